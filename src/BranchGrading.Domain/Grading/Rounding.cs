namespace BranchGrading.Domain.Grading;

/// <summary>四舍五入: scores and percentages have 2 places, half away from zero, before they are compared or combined (§3).</summary>
public static class Rounding
{
    /// <summary>The number with 2 decimal places, half away from zero.</summary>
    public static decimal Round(decimal number) => Math.Round(number, 2, MidpointRounding.AwayFromZero);

    /// <summary>The number with 2 decimal places; nothing stays nothing.</summary>
    public static decimal? Round(decimal? number) => number is { } value ? Round(value) : null;
}
