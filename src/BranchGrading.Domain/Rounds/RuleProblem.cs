namespace BranchGrading.Domain.Rounds;

/// <summary>Why a set of rules cannot stand: the property that is wrong, and a sentence for the user.</summary>
public sealed record RuleProblem(string Property, string Text);
