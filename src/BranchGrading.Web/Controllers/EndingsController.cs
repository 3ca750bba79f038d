using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Terms;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>离任: the end of an office.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class EndingsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Terms/End.cshtml";

    [HttpGet("/terms/{id:int}/ending")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } term ? View(Page, PageOf(term, new EndingForm { On = clock.Today })) : NotFound();

    [HttpPost("/terms/{id:int}/ending")]
    public async Task<IActionResult> Create(int id, EndingForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } term)
            return NotFound();
        if (form.On > clock.Today)
            ModelState.AddModelError(nameof(form.On), "离任日期还没有到，请到时再登记。");
        if (!ModelState.IsValid)
            return this.Again(Page, PageOf(term, form));
        try
        {
            term.End(form.On!.Value);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused(Page, PageOf(term, form), refused.Message, nameof(form.On));
        }

        var page = PageOf(term, form);
        db.Audit.Describe(AuditEvent.TermEnded, $"{page.Unit}{term.Post.Word()} {page.Person}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Done(page.Back, $"已登记{page.Person}不再任「{page.Unit}」{term.Post.Word()}。");
    }

    private Task<TermOfOffice?> FindAsync(int id, CancellationToken cancellationToken) => db.Terms
        .Include(term => term.Person).Include(term => term.Branch).Include(term => term.Committee)
        .SingleOrDefaultAsync(term => term.Id == id && term.To == null, cancellationToken);

    private static EndingPage PageOf(TermOfOffice term, EndingForm form) => new(
        term.Id, term.Person.Name, term.Branch?.Name ?? term.Committee!.Name, term.Post, term.From,
        term.BranchId is { } branch ? $"/branches/{branch}" : $"/committees/{term.CommitteeId}", form);
}
