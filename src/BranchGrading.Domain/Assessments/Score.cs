namespace BranchGrading.Domain.Assessments;

/// <summary>A score in points of 100, rounded to 2 places, half away from zero, before it is used (§3).</summary>
public static class Score
{
    /// <exception cref="RuleViolationException">Below 0 or above 100.</exception>
    public static decimal Of(decimal points) => points is >= 0 and <= 100
        ? decimal.Round(points, 2, MidpointRounding.AwayFromZero)
        : throw new RuleViolationException("得分应在 0 到 100 之间。");
}
