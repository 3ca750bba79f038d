using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publications;

/// <summary>From when until when a publicity runs, what the calendar knows of the days between, and of which years it knows nothing.</summary>
public sealed record PublicityDates(DateOnly From, DateOnly To, int WorkingDays, IReadOnlyList<CalendarSpan> Entries, IReadOnlyList<int> YearsWithout, int WeekendDays)
{
    public static PublicityDates Of(WorkingCalendar calendar, DateOnly from, int workingDays)
    {
        var to = calendar.LastDay(from, workingDays);
        var entries = calendar.Between(from, to);
        var weekend = CalendarSpan.Dates(from.AddDays(1), to).Count(day => !WorkingCalendar.Plain.IsWorkingDay(day) && !entries.Any(span => day >= span.From && day <= span.To));
        return new PublicityDates(from, to, workingDays, entries, calendar.YearsWithout(from, to), weekend);
    }

    /// <summary>跳过周末 2 天、清明节放假 4月3日至5日；4月6日补班算工作日。 Empty where nothing is skipped.</summary>
    public string Skipped
    {
        get
        {
            var off = Entries.Where(span => !span.IsWorkingDay).Select(span => $"{span.Name}放假 {span.Range}").Prepend(WeekendDays > 0 ? $"周末 {WeekendDays} 天" : "").Where(text => text.Length > 0);
            var parts = new[] { string.Join('、', off) is { Length: > 0 } skipped ? $"跳过{skipped}" : "", string.Join('、', Entries.Where(span => span.IsWorkingDay).Select(span => span.Range)) is { Length: > 0 } made ? $"{made}补班算工作日" : "" };
            return string.Join('；', parts.Where(part => part.Length > 0));
        }
    }
}
