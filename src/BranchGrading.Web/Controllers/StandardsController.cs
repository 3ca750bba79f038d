using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Standards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>评分参考标准: to read and to print; the department makes, edits and deletes them.</summary>
public sealed class StandardsController(GradingDbContext db) : Controller
{
    [HttpGet("/standards"), Authorize(Policies.SeeRound)]
    public async Task<IActionResult> Index(CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var rounds = db.Rounds.VisibleTo(viewer);
        var used = await rounds.SelectMany(round => round.Standards, (round, standard) => new { round.Year, standard.StandardId })
            .Union(rounds.SelectMany(round => round.Participants, (round, participant) => new { round.Year, participant.StandardId })).ToListAsync(cancellationToken);
        var years = used.OrderBy(use => use.Year).ToLookup(use => use.StandardId, use => use.Year);
        var rows = (await db.Standards.OrderBy(standard => standard.Id)
            .Select(standard => new StandardList.Row(
                standard.Id, standard.Name, standard.Kind, standard.VersionNumber, standard.IsExample, standard.Heads.Count, standard.Heads.SelectMany(head => head.Items).Count()))
            .ToListAsync(cancellationToken)).ConvertAll(row => row with { Years = [.. years[row.Id].Distinct()] });
        return View("Index", new StandardList(rows, viewer.IsDepartment));
    }

    [HttpGet("/standards/{standardId:int}"), Authorize(Policies.SeeRound)]
    public async Task<IActionResult> Details(int standardId, CancellationToken cancellationToken) =>
        await PageAsync(standardId, cancellationToken) is { } page ? View("Details", page) : NotFound();

    [HttpGet("/standards/new"), Authorize(Policies.RunRound)]
    public IActionResult Create() => View("Create", new NewStandardForm());

    [HttpPost("/standards"), Authorize(Policies.RunRound)]
    public async Task<IActionResult> Create(NewStandardForm form, CancellationToken cancellationToken)
    {
        if (await db.IsStandardNameTakenAsync(form.Name ?? "", null, cancellationToken))
            ModelState.AddModelError(nameof(form.Name), StandardNameForm.Taken(form.Name!));
        if (!ModelState.IsValid)
            return this.Again("Create", form);
        var standard = form.ToStandard();
        db.Add(standard);
        db.Audit.Describe(AuditEvent.StandardCreated, standard.Title());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/standards/{standard.Id}/edit", $"已新建「{standard.Name}」，请在这里修改。");
    }

    [HttpGet("/standards/{standardId:int}/edit"), Authorize(Policies.RunRound), ChangesStandard]
    public async Task<IActionResult> Edit(int standardId, CancellationToken cancellationToken) =>
        await PageAsync(standardId, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpGet("/standards/{standardId:int}/deletion"), Authorize(Policies.RunRound), ChangesStandard]
    public async Task<IActionResult> Delete(int standardId, CancellationToken cancellationToken) =>
        await PageAsync(standardId, cancellationToken) is { } page ? View("Delete", page) : NotFound();

    [HttpPost("/standards/{standardId:int}/deletion"), Authorize(Policies.RunRound), ChangesStandard]
    public async Task<IActionResult> Delete(int standardId, Guid version, CancellationToken cancellationToken)
    {
        if (await PageAsync(standardId, cancellationToken) is not { } page)
            return NotFound();
        try
        {
            await db.DeleteStandardAsync(standardId, version, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Delete", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.Clear();
            return this.Refused("Delete", page, "您打开这一页之后，这份标准被别人改过。请看过最新的内容，再决定要不要删。");
        }

        return this.Done("/standards", $"已删除「{page.Standard.Name}」第 {page.Standard.VersionNumber} 版。");
    }

    private async Task<StandardPage?> PageAsync(int id, CancellationToken cancellationToken) => await db.FindStandardAsync(id, cancellationToken) is { } standard
        ? new StandardPage(standard, await db.UseOfStandardAsync(id, cancellationToken), User.Viewer().IsDepartment)
        : null;
}
