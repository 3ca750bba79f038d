using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.RoundRules;

/// <summary>The rules of an opened round and the changes made to them.</summary>
/// <param name="Round">The round.</param>
/// <param name="Form">What may be changed.</param>
/// <param name="CapOnly">Results have come: only the cap may still change (§2.1).</param>
public sealed record RuleChangePage(GradingRound Round, RuleChangeForm Form, bool CapOnly);
