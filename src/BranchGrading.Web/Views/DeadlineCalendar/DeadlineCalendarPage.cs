using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.DeadlineCalendar;

/// <summary>A month of deadlines, and what comes next.</summary>
public sealed record DeadlineCalendarPage(DateOnly First, DateOnly Today, IReadOnlyList<DeadlineEvent> Events)
{
    private const int Week = 7;
    private const int Soon = 8;

    /// <summary>Holidays and make-up days around the month.</summary>
    public IReadOnlyDictionary<DateOnly, CalendarDay> FreeDays { get; init; } = new Dictionary<DateOnly, CalendarDay>();

    /// <summary>When the present address was made; null while there is none.</summary>
    public DateTime? FeedMadeAt { get; init; }

    /// <summary>The address that was just made; shown once.</summary>
    public string? MadeAddress { get; init; }

    public string Previous => $"/deadlines?month={First.AddMonths(-1):yyyy-MM}";

    public string Next => $"/deadlines?month={First.AddMonths(1):yyyy-MM}";

    /// <summary>The weeks of the month from Monday to Sunday, with the days of its neighbours.</summary>
    public IEnumerable<IReadOnlyList<DateOnly>> Weeks
    {
        get
        {
            for (var monday = First.AddDays(-(((int)First.DayOfWeek + Week - 1) % Week)); monday < First.AddMonths(1); monday = monday.AddDays(Week))
                yield return [.. Enumerable.Range(0, Week).Select(monday.AddDays)];
        }
    }

    public IEnumerable<DeadlineEvent> Of(DateOnly day) => Events.Where(one => one.Day == day);

    public IReadOnlyList<DeadlineEvent> OfMonth => [.. Events.Where(one => one.Day.Year == First.Year && one.Day.Month == First.Month)];

    public IReadOnlyList<DeadlineEvent> Upcoming => [.. Events.Where(one => one.Day >= Today).Take(Soon)];
}
