using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.ScenarioComparisons;
using BranchGrading.Web.Views.Scenarios;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>方案对比: two scenarios, or one and the rules in force, on the round as it is.</summary>
[Authorize(Policies.RunRound)]
public sealed class ScenarioComparisonsController(GradingDbContext db) : Controller
{
    /// <summary>Without a number, or with 0, the rules in force stand there.</summary>
    [HttpGet("/rounds/{roundId:int}/scenarios/comparison")]
    public async Task<IActionResult> Index(int roundId, int one, int other, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        if (round.Publication is not null)
            return View("~/Views/Scenarios/Closed.cshtml", round);
        var scenarios = await db.ScenariosAsync(roundId, cancellationToken);
        var (first, second) = (scenarios.Find(scenario => scenario.Id == one), scenarios.Find(scenario => scenario.Id == other));
        if (first is null && one != 0 || second is null && other != 0)
            return NotFound();
        var grades = await db.SimulateAsync(round, [first?.RulesIn(round) ?? round.Rules, second?.RulesIn(round) ?? round.Rules], cancellationToken);
        return View("Index", new ScenarioComparisonPage(round, first, second, new SimulationView(
            round, grades[0], grades[1], ScenarioComparisonPage.NameOf(first), ScenarioComparisonPage.NameOf(second))
        { MayConflict = false }));
    }
}
