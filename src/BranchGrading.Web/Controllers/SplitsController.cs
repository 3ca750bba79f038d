using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.OrganisationChanges;
using BranchGrading.Web.Views.Splits;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>拆分 of a branch.</summary>
[Authorize(Policies.KeepOrganisation)]
public sealed class SplitsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/branches/{id:int}/split")]
    public async Task<IActionResult> Create(int id, CancellationToken cancellationToken) =>
        await PageAsync(id, null, cancellationToken) is { } page ? View("Create", page) : NotFound();

    [HttpPost("/branches/{id:int}/split")]
    public async Task<IActionResult> Create(int id, SplitForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(id, form, cancellationToken) is not { } page)
            return NotFound();
        await form.CheckDayAsync(ModelState, db, OrganisationChangeKind.Split, [page.Branch], clock.Today, cancellationToken);
        foreach (var part in form.Parts.Index().Where(part => part.Item.LacksName))
            ModelState.AddModelError($"Form.Parts[{part.Index}].Name", "这一行写了人数，请填写支部名称；不要这一行的，请把人数清空。");
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        if (form.Version != page.Branch.Version)
            return this.Stale("Create", form, FormOf(page.Branch), page);
        try
        {
            var change = await db.SplitAsync(page.Branch, form.GoesOn, [.. form.NewBranches(page.Branch.Type)], form.Record(User, clock), cancellationToken);
            return this.Done($"/organisation-changes/{change.Id}", $"已登记拆分：{change.Sentence()}。");
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", (await PageAsync(id, form, cancellationToken))!, refused.Message, "Form.Parts[0].Name");
        }
    }

    private SplitForm FormOf(Branch branch) => new() { On = clock.Today, Version = branch.Version, GoesOn = true };

    /// <summary>As it is stored, whatever a refused act began to change.</summary>
    private async Task<BranchChangePage<SplitForm>?> PageAsync(int id, SplitForm? form, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.Branches.ForChange().SingleOrDefaultAsync(branch => branch.Id == id && branch.IsActive, cancellationToken) is not { } branch)
            return null;
        form ??= FormOf(branch);
        while (form.Parts.Count < SplitForm.MostParts)
            form.Parts.Add(new PartForm { Type = branch.Type });
        return new(branch, await db.RoundPlacesAsync([id], cancellationToken), form);
    }
}
