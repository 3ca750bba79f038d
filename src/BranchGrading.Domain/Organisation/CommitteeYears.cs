namespace BranchGrading.Domain.Organisation;

/// <summary>Which years a committee keeps records of, and who may still write into them.</summary>
public static class CommitteeYears
{
    public const int FirstYear = PastGrade.FirstYear;

    /// <summary>Whether there is a page of a year: up to the next one, for which work programmes are written ahead.</summary>
    public static bool IsKnown(int year, DateOnly today) => year >= FirstYear && year <= today.Year + 1;

    /// <summary>Why nothing can be recorded in a year; null when it can. A committee writes up to the year before, the department all years.</summary>
    public static string? WhyNotRecord(int year, DateOnly today, bool isDepartment) =>
        isDepartment || year >= today.Year - 1 ? null : $"{year} 年已经过去，现在只能看；确需补记，请联系党委组织部。";

    /// <summary>Why a record of a year cannot bear a day; null when it can. What is promised or planned for a year may be settled in the year before, and commented on in the year after.</summary>
    public static string? WhyNotOn(int year, DateOnly on, DateOnly today) =>
        on > today ? $"日期不能晚于今天（{today:yyyy年M月d日}）。"
        : Math.Abs(on.Year - year) > 1 ? $"这里登记 {year} 年的事，{on:yyyy年M月d日} 离得太远，请核对日期。"
        : null;

    /// <summary>The day as of which a year is looked at: its last day, or today while it runs.</summary>
    public static DateOnly DayOf(int year, DateOnly today) => new DateOnly(year, 12, 31) is var last && last < today ? last : today;
}
