using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Standards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The name of a standard.</summary>
[Authorize(Policies.RunRound), ChangesStandard]
public sealed class StandardNamesController(GradingDbContext db) : Controller
{
    [HttpGet("/standards/{standardId:int}/name")]
    public async Task<IActionResult> Edit(int standardId, CancellationToken cancellationToken) =>
        await db.FindStandardAsync(standardId, cancellationToken) is { } standard ? View("Edit", StandardNamePage.Of(standard)) : NotFound();

    [HttpPost("/standards/{standardId:int}/name")]
    public async Task<IActionResult> Edit(int standardId, StandardNameForm form, CancellationToken cancellationToken)
    {
        if (await db.FindStandardAsync(standardId, cancellationToken) is not { } standard)
            return NotFound();
        var page = StandardNamePage.Of(standard) with { Form = form };
        if (form.Name != standard.Name && await db.IsStandardNameTakenAsync(form.Name ?? "", standardId, cancellationToken))
            ModelState.AddModelError("Form.Name", StandardNameForm.Taken(form.Name!));
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ActOnStandardAsync(standardId, fresh =>
            {
                if (StandardNameForm.Of(fresh).Version != form.Version)
                    throw new DbUpdateConcurrencyException();
                fresh.Rename(form.Name!);
                return $"改名为{fresh.Name}";
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message, "Form.Name");
        }
        catch (DbUpdateConcurrencyException)
        {
            return this.Stale("Edit", form, StandardNamePage.Of((await db.FindStandardAsync(standardId, cancellationToken))!).Form, page);
        }

        return this.Done($"/standards/{standardId}/edit", "名称已保存。");
    }
}
