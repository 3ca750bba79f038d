namespace BranchGrading.Domain.Rounds;

/// <summary>Days that follow one another and were entered alike, such as 清明节 from Saturday to Monday.</summary>
public sealed record CalendarSpan(IReadOnlyList<CalendarDay> Days)
{
    /// <summary>The longest span that can be entered at once, in days.</summary>
    public const int LongestDays = 60;

    public DateOnly From => Days[0].Date;

    public DateOnly To => Days[^1].Date;

    /// <summary>上班 (make-up days), else 放假.</summary>
    public bool IsWorkingDay => Days[0].IsWorkingDay;

    public string Name => Days[0].Name;

    /// <summary>4月3日至5日, or a single 4月6日.</summary>
    public string Range => From == To ? $"{From:M月d日}" : From.Month == To.Month ? $"{From:M月d日}至{To:%d}日" : $"{From:M月d日}至{To:M月d日}";

    /// <summary>Puts days together, in their order.</summary>
    public static IReadOnlyList<CalendarSpan> Of(IEnumerable<CalendarDay> days)
    {
        var spans = new List<List<CalendarDay>>();
        foreach (var day in days.OrderBy(day => day.Date))
        {
            if (spans.Count > 0 && spans[^1][^1] is var last && last.Date.AddDays(1) == day.Date && (last.IsWorkingDay, last.Name) == (day.IsWorkingDay, day.Name))
                spans[^1].Add(day);
            else
                spans.Add([day]);
        }

        return [.. spans.Select(span => new CalendarSpan(span))];
    }

    /// <summary>Why a span cannot be entered so; null when it can.</summary>
    public static string? WhyNot(DateOnly from, DateOnly to, bool isWorkingDay)
    {
        if (to < from)
            return "最后一天不能早于第一天。";
        if (from.Year < GradingRound.FirstYear || to.Year > GradingRound.LastYear)
            return $"年份应在 {GradingRound.FirstYear} 到 {GradingRound.LastYear} 之间。";
        if (to.DayNumber - from.DayNumber >= LongestDays)
            return $"一次最多 {LongestDays} 天，请核对日期。";
        var usual = isWorkingDay ? Dates(from, to).Where(WorkingCalendar.Plain.IsWorkingDay).Select(day => (DateOnly?)day).FirstOrDefault() : null;
        return usual is { } day ? $"{day:M月d日}是{day:dddd}，本来就上班；只有周末补班才要录入。" : null;
    }

    /// <summary>Every day of a span.</summary>
    public static IEnumerable<DateOnly> Dates(DateOnly from, DateOnly to) => Enumerable.Range(0, Math.Max(0, to.DayNumber - from.DayNumber + 1)).Select(from.AddDays);
}
