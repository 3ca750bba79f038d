using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.ScenarioAdoptions;
using BranchGrading.Web.Views.Scenarios;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>采用方案: a scenario's rules put in force, as far as they may still change, with a reason (§2.1).</summary>
[Authorize(Policies.RunRound)]
public sealed class ScenarioAdoptionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Stale = "您打开之后，规则、方案、会变动的支部或者能采用的范围变了。现在的情况列在下面，您写的理由还在；请核对后再按一次。";

    [HttpGet("/rounds/{roundId:int}/scenarios/{id:int}/adoption")]
    public async Task<IActionResult> Edit(int roundId, int id, CancellationToken cancellationToken) => await PageAsync(roundId, id, null, cancellationToken) switch
    {
        null => NotFound(),
        { Round.Publication: not null } page => View("~/Views/Scenarios/Closed.cshtml", page.Round),
        var page => View("Edit", page),
    };

    [HttpPost("/rounds/{roundId:int}/scenarios/{id:int}/adoption")]
    public async Task<IActionResult> Edit(int roundId, int id, ScenarioAdoptionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, id, form, cancellationToken) is not { } page)
            return NotFound();
        if (page.Round.WhyNotOpen is { } why)
            return this.Refused("~/Views/Scenarios/Closed.cshtml", page.Round, why);
        if (form.Version != page.Round.Version || form.ScenarioVersion != page.Scenario.Version || form.Keys != page.Keys)
            return Changed(page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ChangeRulesAsync(roundId, form.Version, form.Shown, async round =>
            {
                // Read again under the round's turn: what is adopted is what was shown.
                var scenario = await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(scenario => scenario.Id == id && scenario.RoundId == roundId, cancellationToken);
                if (scenario?.Version != form.ScenarioVersion)
                    throw new DbUpdateConcurrencyException();
                var keys = form.Keys.Split(',');
                return RoundRule.All.Where(rule => keys.Contains(rule.Key)).Aggregate(round.Rules, (rules, rule) => rule.Take(rules, scenario.RulesIn(round)));
            }, form.Reason, User.Viewer().Name, clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", (await PageAsync(roundId, id, form, cancellationToken))!, refused.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await PageAsync(roundId, id, form, cancellationToken) is { } fresh ? Changed(fresh) : NotFound();
        }

        return this.Done($"/rounds/{roundId}/rules", $"已采用方案「{page.Scenario.Name}」，等级已按新规则重新计算。");
    }

    private ViewResult Changed(ScenarioAdoptionPage page)
    {
        page.Form.Version = page.Round.Version;
        ModelState.Remove("Form.Version");
        return this.Refused("Edit", page, Stale);
    }

    private async Task<ScenarioAdoptionPage?> PageAsync(int roundId, int id, ScenarioAdoptionForm? form, CancellationToken cancellationToken)
    {
        if (await db.Rounds.AsNoTracking().WithParts().SingleOrDefaultAsync(round => round.Id == roundId && round.OpenedAt != null, cancellationToken) is not { } round
            || (await db.ScenariosAsync(roundId, cancellationToken)).Find(scenario => scenario.Id == id) is not { } scenario)
            return null;
        var freedom = await db.RuleFreedomAsync(roundId, cancellationToken);
        var grades = await db.SimulateAsync(round, [round.Rules, freedom.Adoptable(round.Rules, scenario.RulesIn(round))], cancellationToken);
        return new ScenarioAdoptionPage(
            round, scenario, freedom, form ?? new ScenarioAdoptionForm { Version = round.Version },
            new SimulationView(round, grades[0], grades[1], ToName: "采用后"));
    }
}
