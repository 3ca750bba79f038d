using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Scenarios;

/// <summary>试算: the rules tried, what they would make of the round, and the scenarios kept.</summary>
/// <param name="Round">The round.</param>
/// <param name="Scenarios">All that are kept, the oldest first.</param>
/// <param name="Scenario">The one that is looked at; null for rules not kept.</param>
/// <param name="Form">What is typed.</param>
public sealed record ScenarioPage(GradingRound Round, IReadOnlyList<Scenario> Scenarios, Scenario? Scenario, ScenarioForm Form)
{
    /// <summary>What comes out; null while the rules cannot stand.</summary>
    public SimulationView? View { get; init; }

    public string Address => Scenario is null ? $"/rounds/{Round.Id}/scenarios" : $"/rounds/{Round.Id}/scenarios/{Scenario.Id}";

    /// <summary>The rules of a scenario that differ from those in force.</summary>
    public IReadOnlyList<RuleDifference> DifferencesOf(Scenario scenario) => Domain.Rounds.RoundRules.Differences(Round.Rules, scenario.RulesIn(Round));

    public IEnumerable<SelectListItem> Choices(int? chosen) => Scenarios.Select(scenario => new SelectListItem(scenario.Name, $"{scenario.Id}", scenario.Id == chosen))
        .Prepend(new SelectListItem("现行规则", "0", chosen is null or 0));
}
