using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Scenarios;

namespace BranchGrading.Web.Views.ScenarioAdoptions;

/// <summary>A scenario about to be put in force: what of it can be, what cannot and why, and whom it moves.</summary>
/// <param name="Round">The round.</param>
/// <param name="Scenario">The scenario.</param>
/// <param name="Freedom">Which rules may still change.</param>
/// <param name="Form">What is typed.</param>
/// <param name="View">What the round would be by the rules that can be adopted.</param>
public sealed record ScenarioAdoptionPage(GradingRound Round, Scenario Scenario, RuleFreedom Freedom, ScenarioAdoptionForm Form, SimulationView View)
{
    /// <summary>Every rule that differs, with why it cannot be adopted, or null.</summary>
    public IReadOnlyList<(RuleDifference Difference, string? WhyNot)> Rules =>
        [.. Domain.Rounds.RoundRules.Differences(Round.Rules, Scenario.RulesIn(Round)).Select(difference => (difference, Freedom.WhyNot(difference.Rule)))];

    public bool MayAdopt => View.Differences.Count > 0 && View.Simulation.WhyNot is null;

    /// <summary>The keys of what can be adopted, as the form carries them.</summary>
    public string Keys => string.Join(',', View.Differences.Select(difference => difference.Rule.Key));
}
