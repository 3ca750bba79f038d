using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.OrganisationChanges;
using BranchGrading.Web.Views.Renamings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>更名 of a branch.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class RenamingsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}/renaming")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, null, cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/branches/{id:int}/renaming")]
    public async Task<IActionResult> Create(int id, RenamingForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
            return NotFound();
        await form.CheckDayAsync(ModelState, db, OrganisationChangeKind.Renaming, [page.Branch], clock.Today, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (form.Version != page.Branch.Version)
            return this.Stale("Create", form, FormOf(page.Branch), page);
        try
        {
            var change = await db.RenameAsync(page.Branch, form.Name, form.Record(User, clock), cancellationToken);
            return this.Done($"/organisation-changes/{change.Id}", $"已登记更名：{change.Sentence()}。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", (await PageAsync(id, form, cancellationToken))!, refused.Message, "Form.Name");
        }
    }

    private RenamingForm FormOf(Branch branch) => new() { Name = branch.Name, On = clock.Today, Version = branch.Version };

    /// <summary>As it is stored, whatever a refused act began to change.</summary>
    private async Task<BranchChangePage<RenamingForm>?> PageAsync(int id, RenamingForm? form, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return await db.Branches.ForChange().SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive, cancellationToken) is { } branch
            ? new(branch, await db.RoundPlacesAsync([id], cancellationToken), form ?? FormOf(branch))
            : null;
    }
}
