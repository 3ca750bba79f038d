using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Moves;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>调整隶属 of a branch.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class MovesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}/move")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, null, cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/branches/{id:int}/move")]
    public async Task<IActionResult> Create(int id, MoveForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
            return NotFound();
        await form.CheckDayAsync(ModelState, db, OrganisationChangeKind.Move, [page.Branch], clock.Today, cancellationToken);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (form.Version != page.Branch.Version)
            return this.Stale("Create", form, FormOf(page.Branch), page);
        if (await db.Committees.Include(committee => committee.Branches).SingleOrDefaultAsync(committee => committee.Id == form.CommitteeId, cancellationToken) is not { } committee)
            return NotFound();
        try
        {
            var change = await db.MoveAsync(page.Branch, committee, form.Name, form.Record(User, clock), cancellationToken);
            return this.Done($"/organisation-changes/{change.Id}", $"已登记调整隶属：{change.Sentence()}。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", (await PageAsync(id, form, cancellationToken))!, refused.Message, refused.Message.Contains("名为", StringComparison.Ordinal) ? "Form.Name" : "Form.CommitteeId");
        }
    }

    private MoveForm FormOf(Branch branch) => new() { Name = branch.Name, On = clock.Today, Version = branch.Version };

    /// <summary>As it is stored, whatever a refused act began to change.</summary>
    private async Task<MovePage?> PageAsync(int id, MoveForm? form, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.Branches.ForChange().SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive, cancellationToken) is not { } branch)
            return null;
        var committees = await db.Committees.Where(committee => committee.Id != branch.CommitteeId).OrderBy(committee => committee.DisplayOrder).ThenBy(committee => committee.Id)
            .Select(committee => new SelectListItem(committee.Name, committee.Id.ToString())).ToListAsync(cancellationToken);
        return new MovePage(branch, await db.RoundPlacesAsync([id], cancellationToken), [new("请选择", ""), .. committees], form ?? FormOf(branch));
    }
}
