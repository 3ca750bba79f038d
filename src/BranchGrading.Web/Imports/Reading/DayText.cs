namespace BranchGrading.Web.Imports.Reading;

/// <summary>完成时限: a day.</summary>
public static class DayText
{
    private const string WriteSo = "请写成 2012-09-30 或 2012年9月30日";

    /// <summary>Null when blank; a month alone is an error.</summary>
    public static Reading<DateOnly?> Read(ImportCell cell) => Reading<DateOnly?>.Of(cell, filled =>
    {
        if (filled.Date is { } date)
            return CalendarText.IsPlausible(date) ? new(date) : Refused($"{filled.Shown}不像是真实的日期，{WriteSo}");
        return CalendarText.Parse(filled.Folded) switch
        {
            { Day: { } day } parsed => new(new DateOnly(parsed.Year, parsed.Month, day)),
            { } => Refused($"{filled.Shown}没有写到日，{WriteSo}"),
            null => Refused($"{filled.Shown}不是日期，{WriteSo}"),
        };
    });

    private static Reading<DateOnly?> Refused(string reason) => Reading<DateOnly?>.Refused(reason);
}
