using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Dissolutions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>撤销支部, and undoing it.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class DissolutionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}/dissolution")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, true, cancellationToken) is { } branch ? View("Create", await PageAsync(branch, new DissolutionForm { On = clock.Today }, cancellationToken)) : NotFound();

    [HttpPost("/branches/{id:int}/dissolution")]
    public async Task<IActionResult> Create(int id, DissolutionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, true, cancellationToken) is not { } branch)
            return NotFound();
        if (form.On is null && !ModelState.ContainsKey(nameof(form.On)))
            ModelState.AddModelError(nameof(form.On), "请填写撤销的日期。");
        if (!ModelState.IsValid)
            return this.Again("Create", await PageAsync(branch, form, cancellationToken));
        var record = new ChangeRecord(form.On!.Value, form.DocumentNumber, form.Reason, User.Viewer().Name, clock.UtcNow, clock.Today);
        try
        {
            var change = await db.DissolveAsync(branch, record, cancellationToken);
            return this.Done($"/organisation-changes/{change.Id}", $"已撤销「{branch.Name}」，历年记录都还在，列在「{branch.Committee.Name}」已撤销的支部里。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", await PageAsync(branch, form, cancellationToken), refused.Message, nameof(form.On));
        }
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
        await db.RestoreAsync(branch, form.Reason.Trim(), cancellationToken);
        return this.Done($"/branches/{id}", $"已恢复「{branch.Name}」。");
    }

    private Task<Branch?> FindAsync(int id, bool active, CancellationToken cancellationToken) =>
        db.Branches.VisibleTo(User.Viewer()).ForChange().SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive == active, cancellationToken);

    private async Task<DissolutionPage> PageAsync(Branch branch, DissolutionForm form, CancellationToken cancellationToken) =>
        new(branch.Id, branch.Name, branch.Committee.Name, branch.CommitteeId, branch.Secretary?.Person.Name, await db.RoundPlacesAsync([branch.Id], cancellationToken), form);
}
