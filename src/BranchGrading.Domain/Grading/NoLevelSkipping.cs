namespace BranchGrading.Domain.Grading;

/// <summary>不越级晋升: a branch rises one level at most; falling is never limited (§3.5c).</summary>
public static class NoLevelSkipping
{
    /// <summary>One step better than the previous grade at most; no previous grade sets no limit (§3.5c).</summary>
    public static Grade Limit(Grade reached, Grade? previous) =>
        previous is { } before ? reached.AtMost(before.OneStepBetter()) : reached;

    /// <summary>Whether a grade is more than one step better than the previous one (§3.5c).</summary>
    public static bool IsSkip(Grade? previous, Grade grade) =>
        previous is { } before && before.StepsTo(grade) > 1;
}
