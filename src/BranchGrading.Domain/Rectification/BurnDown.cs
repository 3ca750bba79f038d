namespace BranchGrading.Domain.Rectification;

/// <summary>整改事项逐月减少的情况: what was still to be done at each month's end.</summary>
public static class BurnDown
{
    /// <summary>Of a round that was final long ago the last two years are told.</summary>
    public const int MostMonths = 24;

    /// <summary>
    /// From the month of the first day to that of today, whose end is today; of more than <see cref="MostMonths"/> the last ones. An item that was opened again counts as still to be done from that day on.
    /// </summary>
    /// <param name="items">All items.</param>
    /// <param name="from">The day on which the round became final.</param>
    /// <param name="today">Today, in the school.</param>
    public static IReadOnlyList<MonthEnd> Of(IReadOnlyCollection<ItemCourse> items, DateOnly from, DateOnly today)
    {
        var earliest = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - MostMonths);
        var ends = new List<MonthEnd>();
        for (var month = from < earliest ? earliest : new DateOnly(from.Year, from.Month, 1); from <= today && month <= today; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            var day = last < today ? last : today;
            var states = items.Select(item => item.IsAcceptedOn(day)).ToList();
            ends.Add(new MonthEnd(day, states.Count(state => state == false), states.Count(state => state == true)));
        }

        return ends;
    }
}
