using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Scenarios;

namespace BranchGrading.Web.Views.ScenarioComparisons;

/// <summary>Two scenarios, or one and the rules in force, side by side.</summary>
/// <param name="Round">The round.</param>
/// <param name="One">The first scenario; null for the rules in force.</param>
/// <param name="Other">The second; null likewise.</param>
/// <param name="View">What the round would be by both.</param>
public sealed record ScenarioComparisonPage(GradingRound Round, Scenario? One, Scenario? Other, SimulationView View)
{
    public Domain.Rounds.RoundRules OneRules => View.From.Result.Rules;

    public Domain.Rounds.RoundRules OtherRules => View.To.Result.Rules;

    /// <summary>The rules that move grades; the others are the round's in both.</summary>
    public static IEnumerable<RoundRule> Rules => RoundRule.All.Where(rule =>
        rule.Key is not (nameof(Domain.Rounds.RoundRules.PublicityDays) or nameof(Domain.Rounds.RoundRules.PerformanceBarYear)));

    public static string NameOf(Scenario? scenario) => scenario?.Name ?? "现行规则";
}
