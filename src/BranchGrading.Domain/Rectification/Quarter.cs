namespace BranchGrading.Domain.Rectification;

/// <summary>季度: how often a running plan is to report progress at least.</summary>
public static class Quarter
{
    /// <summary>The first day of the quarter that a day lies in.</summary>
    public static DateOnly StartOf(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    /// <summary>Whether nothing was reported since the quarter began.</summary>
    public static bool IsQuiet(DateOnly today, DateOnly? lastReport) => lastReport is not { } day || day < StartOf(today);
}
