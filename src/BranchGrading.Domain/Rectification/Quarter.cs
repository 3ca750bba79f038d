namespace BranchGrading.Domain.Rectification;

/// <summary>季度: how often a running plan is to report progress at least.</summary>
public static class Quarter
{
    /// <summary>In so many last days of a quarter a report is asked for, of plans that have run as long.</summary>
    public const int LastDays = 30;

    /// <summary>The first day of the quarter that a day lies in.</summary>
    public static DateOnly StartOf(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);

    /// <summary>
    /// Whether a report is due: in the last days of a quarter in which nothing was reported, and at any time once a whole quarter went by without one.
    /// </summary>
    /// <param name="runsSince">The day on which the plan began to run.</param>
    /// <param name="lastReport">When it was last reported of.</param>
    /// <param name="today">Today.</param>
    public static bool IsQuiet(DateOnly runsSince, DateOnly? lastReport, DateOnly today)
    {
        var start = StartOf(today);
        if (lastReport >= start)
            return false;
        var previous = start.AddMonths(-3);
        return runsSince <= previous && !(lastReport >= previous)
            || today >= start.AddMonths(3).AddDays(-LastDays) && runsSince <= today.AddDays(-LastDays);
    }
}
