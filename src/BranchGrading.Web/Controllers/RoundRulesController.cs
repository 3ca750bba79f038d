using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.RoundRules;
using BranchGrading.Web.Views.Scenarios;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The rules of an opened round: to read, and to change with a reason.</summary>
[Authorize(Policies.RunRound)]
public sealed class RoundRulesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/rules")]
    public async Task<IActionResult> Edit(int roundId, CancellationToken cancellationToken) =>
        await PageAsync(roundId, null, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    /// <summary>Shows whom the change would move, and refuses one that the rules forbid.</summary>
    [HttpPost("/rounds/{roundId:int}/rules/preview")]
    public async Task<IActionResult> Preview(int roundId, RuleChangeForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (ModelState.IsValid)
            form.Rules.Check(ModelState, "Form.Rules");
        if (form.Version != page.Round.Version)
            return this.Stale("Edit", form, RuleChangeForm.Of(page.Round), page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        return await ShowAsync(page, cancellationToken);
    }

    [HttpPost("/rounds/{roundId:int}/rules")]
    public async Task<IActionResult> Edit(int roundId, RuleChangeForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (ModelState.IsValid)
            form.Rules.Check(ModelState, "Form.Rules");
        if (form.Version != page.Round.Version)
            return this.Stale("Edit", form, RuleChangeForm.Of(page.Round), page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ChangeRulesAsync(roundId, form.Version, form.Shown, _ => Task.FromResult(form.Rules.ToRules()), form.Reason, User.Viewer().Name, clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            var fresh = (await PageAsync(roundId, form, cancellationToken))!;
            if (fresh.Round.Version == form.Version)
            {
                ModelState.AddModelError("", "您看过以后，得分或决定有了变化，会变动的支部和刚才不同，所以还没有保存。请看过下面最新的，再确认。");
                return await ShowAsync(fresh, cancellationToken);
            }

            return this.Stale("Edit", form, RuleChangeForm.Of(fresh.Round), fresh);
        }

        return this.Done($"/rounds/{roundId}/rules", "规则已修改，等级已按新规则重新计算。");
    }

    /// <summary>What the change would lead to, to be confirmed; or why it is refused.</summary>
    private async Task<ViewResult> ShowAsync(RuleChangePage page, CancellationToken cancellationToken)
    {
        var rules = page.Form.Rules.ToRules();
        if ((page.Round.WhyNotOpen ?? page.Freedom.WhyNot(page.Round.Rules, rules)) is { } why)
            return this.Refused("Edit", page, why);
        var grades = await db.SimulateAsync(page.Round, [page.Round.Rules, rules], cancellationToken);
        var view = new SimulationView(page.Round, grades[0], grades[1], ToName: "修改后");
        if (view.Simulation.WhyNot is { } conflict)
            return this.Refused("Edit", page, conflict);
        page.Form.Shown = Marks.Of(view.Simulation);
        ModelState.Remove("Form.Shown");
        var shown = View("Edit", page with { View = view });
        shown.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return shown;
    }

    private async Task<RuleChangePage?> PageAsync(int roundId, RuleChangeForm? form, CancellationToken cancellationToken) =>
        await db.Rounds.AsNoTracking().WithParts().SingleOrDefaultAsync(round => round.Id == roundId && round.OpenedAt != null, cancellationToken) is { } round
            ? new RuleChangePage(round, form ?? RuleChangeForm.Of(round), await db.RuleFreedomAsync(roundId, cancellationToken))
            : null;
}
