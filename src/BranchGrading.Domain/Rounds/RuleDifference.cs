namespace BranchGrading.Domain.Rounds;

/// <summary>A rule that differs between two sets: its Chinese name and both values as they are shown.</summary>
public sealed record RuleDifference(RoundRule Rule, string Old, string New)
{
    /// <summary>The rule's Chinese name.</summary>
    public string Name => Rule.Name;
}
