using System.Globalization;

namespace BranchGrading.Data;

/// <summary>Moments as the school reads them: Asia/Shanghai and Chinese, whatever the server's zone and language; what is stored is UTC.</summary>
public static class SchoolTime
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>What the school's wall clock shows at a moment.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    /// <summary>The school's day of a moment.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Local(utc));

    /// <summary>4月8日 星期日 24:00</summary>
    public static string Show(DateTime deadline) => Local(deadline) is var local && local.TimeOfDay == TimeSpan.Zero
        ? local.AddDays(-1).ToString("M月d日 dddd 24:00", Chinese)
        : local.ToString("M月d日 dddd HH:mm", Chinese);

    /// <summary>4月8日 星期日</summary>
    public static string ShowDay(DateOnly day) => day.ToString("M月d日 dddd", Chinese);
}
