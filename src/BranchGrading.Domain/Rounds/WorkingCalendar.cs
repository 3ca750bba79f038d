namespace BranchGrading.Domain.Rounds;

/// <summary>工作日: Monday to Friday, but for the public holidays and make-up days that the school has entered (§2, step 5).</summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, CalendarDay> _entries;

    public WorkingCalendar(IEnumerable<CalendarDay> days) => _entries = days.ToDictionary(day => day.Date);

    /// <summary>Weekends alone.</summary>
    public static WorkingCalendar Plain { get; } = new([]);

    /// <summary>Whether people work on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => _entries.TryGetValue(day, out var entry) ? entry.IsWorkingDay : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The last day of a span of working days after a day, which itself does not count; a span of none ends on the day itself.</summary>
    public DateOnly LastDay(DateOnly after, int workingDays)
    {
        var day = after;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                left--;
        }

        return day;
    }

    /// <summary>The entries after a day, up to another and with it, as spans in order: what made a span of working days longer or shorter.</summary>
    public IReadOnlyList<CalendarSpan> Between(DateOnly after, DateOnly last) => CalendarSpan.Of(_entries.Values.Where(day => day.Date > after && day.Date <= last));

    /// <summary>The years from one day to another of which nothing is entered: there weekends alone are counted.</summary>
    public IReadOnlyList<int> YearsWithout(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(year => !_entries.Keys.Any(day => day.Year == year))];
}
