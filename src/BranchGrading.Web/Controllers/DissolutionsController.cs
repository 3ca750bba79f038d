using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Dissolutions;
using BranchGrading.Web.Views.OrganisationChanges;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>撤销支部, and undoing it.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class DissolutionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}/dissolution")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, true, null, cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/branches/{id:int}/dissolution")]
    public async Task<IActionResult> Create(int id, DissolutionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, true, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.On is null && !ModelState.ContainsKey(nameof(form.On)))
            ModelState.AddModelError(nameof(form.On), "请填写撤销的日期。");
        if (form.SuccessorId is { } wanted && page.Successors.All(choice => choice.Value != wanted.ToString()))
            ModelState.AddModelError(nameof(form.SuccessorId), "选的支部刚才已经撤销，请另选一个，或者选「没有」。");
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (form.Version != page.Branch.Version)
            return this.Stale("Create", form, FormOf(page.Branch), page);
        try
        {
            var successor = form.SuccessorId is { } chosen ? await db.Branches.Include(branch => branch.Committee).SingleAsync(branch => branch.Id == chosen, cancellationToken) : null;
            var change = await db.DissolveAsync(page.Branch, successor, clock.Record(User, form.On!.Value, form.DocumentNumber, form.Reason), cancellationToken);
            return this.Done($"/organisation-changes/{change.Id}", $"已撤销「{page.Branch.Name}」，历年记录都还在，列在「{page.Branch.Committee.Name}」已撤销的支部里。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", (await PageAsync(id, true, form, cancellationToken))!, refused.Message, nameof(form.On));
        }
    }

    [HttpGet("/branches/{id:int}/restoration")]
    public async Task<IActionResult> Delete(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, false, null, cancellationToken) is { } page ? View("Delete", page) : NotFound();

    [HttpPost("/branches/{id:int}/restoration")]
    public async Task<IActionResult> Delete(int id, DissolutionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, false, form, cancellationToken) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Delete", page);
        if (form.Version != page.Branch.Version)
            return this.Stale("Delete", form, FormOf(page.Branch), page);
        try
        {
            await db.RestoreAsync(page.Branch, form.Reason.Trim(), cancellationToken);
            return this.Done($"/branches/{id}", $"已恢复「{page.Branch.Name}」。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Delete", (await PageAsync(id, false, form, cancellationToken))!, refused.Message, nameof(form.Reason));
        }
    }

    private DissolutionForm FormOf(Branch branch) => new() { On = clock.Today, Version = branch.Version };

    /// <summary>As it is stored, whatever a refused act began to change.</summary>
    private async Task<DissolutionPage?> PageAsync(int id, bool active, DissolutionForm? form, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.Branches.VisibleTo(User.Viewer()).ForChange().SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive == active, cancellationToken) is not { } branch)
            return null;
        var refusal = active ? null : OrganisationActs.WhyNotRestore(branch, await db.EndingAsync(id, cancellationToken));
        return new DissolutionPage(branch, await db.RoundPlacesAsync([id], cancellationToken), active ? await SuccessorsAsync(branch, form?.SuccessorId, cancellationToken) : [], refusal, form ?? FormOf(branch));
    }

    /// <summary>The other branches by committee, those of its own first.</summary>
    private async Task<List<SelectListItem>> SuccessorsAsync(Branch ended, int? chosen, CancellationToken cancellationToken)
    {
        var others = await db.Branches.Where(branch => branch.IsActive && branch.Id != ended.Id)
            .OrderBy(branch => branch.CommitteeId != ended.CommitteeId).ThenBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.DisplayOrder)
            .Select(branch => new { branch.Id, branch.Name, Committee = branch.Committee.Name }).ToListAsync(cancellationToken);
        var groups = others.Select(branch => branch.Committee).Distinct().ToDictionary(name => name, name => new SelectListGroup { Name = name });
        return [new("没有", ""), .. others.Select(branch => new SelectListItem(branch.Name, branch.Id.ToString(), branch.Id == chosen) { Group = groups[branch.Committee] })];
    }
}
