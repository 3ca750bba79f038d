using System.Globalization;

namespace BranchGrading.Data.Mail;

/// <summary>How a mail tells a moment: in the school's zone and in Chinese, whoever writes it and on whatever machine.</summary>
public static class MailTime
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    /// <summary>4月8日 星期日 24:00</summary>
    public static string Show(DateTime deadline)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(deadline, DateTimeKind.Utc), Shanghai);
        return local.TimeOfDay == TimeSpan.Zero ? local.AddDays(-1).ToString("M月d日 dddd 24:00", Chinese) : local.ToString("M月d日 dddd HH:mm", Chinese);
    }

    /// <summary>4月8日 星期日</summary>
    public static string ShowDay(DateOnly day) => day.ToString("M月d日 dddd", Chinese);
}
