namespace BranchGrading.Data.Mail;

/// <summary>How a mail tells a moment: in the school's zone.</summary>
public static class MailTime
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>4月8日 星期日 24:00</summary>
    public static string Show(DateTime deadline)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(deadline, DateTimeKind.Utc), Shanghai);
        return local.TimeOfDay == TimeSpan.Zero ? $"{local.AddDays(-1):M月d日 dddd} 24:00" : $"{local:M月d日 dddd HH:mm}";
    }
}
