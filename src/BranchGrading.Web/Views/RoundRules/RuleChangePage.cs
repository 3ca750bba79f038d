using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Scenarios;

namespace BranchGrading.Web.Views.RoundRules;

/// <summary>The rules of an opened round and the changes made to them.</summary>
/// <param name="Round">The round.</param>
/// <param name="Form">What may be changed.</param>
/// <param name="Freedom">Which rules may still change (§2.1).</param>
public sealed record RuleChangePage(GradingRound Round, RuleChangeForm Form, RuleFreedom Freedom)
{
    public bool CapOnly => Freedom.ReviewsHaveCome;

    /// <summary>Whom the change would move, once it is asked.</summary>
    public SimulationView? View { get; init; }
}
