namespace BranchGrading.Domain.Rounds;

/// <summary>工作日: Monday to Friday, but for the public holidays and make-up days that the school has entered (§2, step 5).</summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, bool> _exceptions;

    public WorkingCalendar(IEnumerable<CalendarDay> days) => _exceptions = days.ToDictionary(day => day.Date, day => day.IsWorkingDay);

    /// <summary>Weekends alone.</summary>
    public static WorkingCalendar Plain { get; } = new([]);

    /// <summary>Whether people work on a day.</summary>
    public bool IsWorkingDay(DateOnly day) => _exceptions.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

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
}
