using BranchGrading.Data;

namespace BranchGrading.Web;

/// <summary>The school's wall clock: Asia/Shanghai, whatever the server's zone; what is stored is UTC.</summary>
public sealed class SchoolClock(TimeProvider time)
{
    /// <summary>This moment, in UTC.</summary>
    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    /// <summary>Today, in the school.</summary>
    public DateOnly Today => DateOnly.FromDateTime(SchoolTime.Local(UtcNow));

    /// <summary>This moment with its day in the school, read once.</summary>
    public (DateTime Now, DateOnly Today) Moment
    {
        get
        {
            var now = UtcNow;
            return (now, SchoolTime.DayOf(now));
        }
    }

    /// <summary>The first moment that is too late for a deadline; a day without an hour means its end.</summary>
    public DateTime Deadline(DateOnly day, TimeOnly? hour) =>
        TimeZoneInfo.ConvertTimeToUtc(hour is { } at ? day.ToDateTime(at) : day == DateOnly.MaxValue ? DateTime.MaxValue : day.AddDays(1).ToDateTime(TimeOnly.MinValue), SchoolTime.Zone);

    /// <summary>What was typed for a deadline: its day, and an hour unless it is the day's end.</summary>
    public (DateOnly Day, TimeOnly? Hour) DayAndHour(DateTime deadline)
    {
        var local = SchoolTime.Local(deadline);
        return local.TimeOfDay == TimeSpan.Zero ? (DateOnly.FromDateTime(local.AddDays(-1)), null) : (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>4月8日 星期日 24:00</summary>
    public string Show(DateTime deadline) => SchoolTime.Show(deadline);

    /// <summary>24:00 or 11:00: the hour of a deadline, on the day that <see cref="Show"/> names.</summary>
    public string ShowHour(DateTime deadline) => SchoolTime.Local(deadline).TimeOfDay == TimeSpan.Zero ? "24:00" : $"{SchoolTime.Local(deadline):HH:mm}";

    /// <summary>2026年3月12日 12:03</summary>
    public string ShowMoment(DateTime utc) => SchoolTime.Local(utc).ToString("yyyy年M月d日 HH:mm");

    /// <summary>12:03, of another day 3月12日 12:03: when something was saved.</summary>
    public string ShowSaved(DateTime utc) => SchoolTime.Local(utc).ToString(SchoolTime.DayOf(utc) == Today ? "HH:mm" : "M月d日 HH:mm");

    /// <summary>4月8日 星期日 24:00 前，还有2天; once it has passed 4月8日 星期日 24:00 已截止，已过2天</summary>
    public string ShowDue(DateTime deadline) => $"{Show(deadline)} {(UtcNow < deadline ? "前" : "已截止")}，{Left(deadline)}";

    /// <summary>还有2天 / 还有5小时 / 已过3天: whole days, hours or minutes, rounded down, so that nobody is promised more time than there is.</summary>
    public string Left(DateTime deadline)
    {
        var left = deadline - UtcNow;
        var span = left.Duration();
        if (span < TimeSpan.FromMinutes(1))
            return left > TimeSpan.Zero ? "还有不到1分钟" : "刚刚截止";
        var amount = span.TotalHours < 1 ? $"{(int)span.TotalMinutes}分钟" : span.TotalDays < 1 ? $"{(int)span.TotalHours}小时" : $"{(int)span.TotalDays}天";
        return left > TimeSpan.Zero ? $"还有{amount}" : $"已过{amount}";
    }
}
