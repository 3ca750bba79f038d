using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Dissolutions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>撤销支部, and undoing it.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class DissolutionsController(GradingDbContext db) : Controller
{
    [HttpGet("/branches/{id:int}/dissolution")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, true, cancellationToken) is { } branch ? View("Create", await PageAsync(branch, new DissolutionForm(), cancellationToken)) : NotFound();

    [HttpPost("/branches/{id:int}/dissolution")]
    public async Task<IActionResult> Create(int id, DissolutionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, true, cancellationToken) is not { } branch)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Create", await PageAsync(branch, form, cancellationToken));
        branch.Dissolve();
        db.Audit.Describe(AuditEvent.BranchDissolved, $"{branch.Committee.Name} {branch.Name}", form.Reason.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/committees/{branch.CommitteeId}", $"已撤销「{branch.Name}」，历年记录都还在。");
    }

    [HttpGet("/branches/{id:int}/restoration")]
    public async Task<IActionResult> Delete(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, false, cancellationToken) is { } branch ? View("Delete", await PageAsync(branch, new DissolutionForm(), cancellationToken)) : NotFound();

    [HttpPost("/branches/{id:int}/restoration")]
    public async Task<IActionResult> Delete(int id, DissolutionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, false, cancellationToken) is not { } branch)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Delete", await PageAsync(branch, form, cancellationToken));
        branch.Restore();
        db.Audit.Describe(AuditEvent.BranchRestored, $"{branch.Committee.Name} {branch.Name}", form.Reason.Trim());
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/branches/{id}", $"已恢复「{branch.Name}」。");
    }

    private Task<Branch?> FindAsync(int id, bool active, CancellationToken cancellationToken) => db.Branches.VisibleTo(User.Viewer())
        .Include(branch => branch.Committee.Branches).Include(branch => branch.Terms).ThenInclude(term => term.Person).AsSplitQuery()
        .SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive == active, cancellationToken);

    private async Task<DissolutionPage> PageAsync(Branch branch, DissolutionForm form, CancellationToken cancellationToken)
    {
        var rounds = await db.Participants.Where(participant => participant.BranchId == branch.Id && (participant.Round.Publication == null || participant.Round.Publication.FinalAt == null))
            .Select(participant => participant.Round.Year).Order().ToListAsync(cancellationToken);
        return new DissolutionPage(branch.Id, branch.Name, branch.Committee.Name, branch.CommitteeId, branch.Secretary?.Person.Name, rounds, form);
    }
}
