namespace BranchGrading.Web.Imports.Reading;

/// <summary>任职时间, 成立时间, 换届时间: months; a day that is written is dropped.</summary>
public static class MonthText
{
    private const string WriteSo = "请写成 2011-09 或 2011年9月";

    /// <summary>The first day of the month; null when blank.</summary>
    public static Reading<DateOnly?> Read(ImportCell cell) => Reading<DateOnly?>.Of(cell, filled =>
    {
        if (filled.Date is { } date)
            return CalendarText.IsPlausible(date) ? Month(date.Year, date.Month) : Refused($"{filled.Shown}不像是真实的时间，{WriteSo}");
        var text = filled.Folded;
        // A spreadsheet turns 2011.10 that was typed as a number into 2011.1.
        if (filled.Number is { } && text.Length == 6 && text.EndsWith(".1", StringComparison.Ordinal))
            return Refused($"{filled.Shown}看不出是 1 月还是 10 月，请写成 {text[..4]}-01 或 {text[..4]}-10");
        if (CalendarText.IsBareYear(text))
            return Refused($"{filled.Shown}只有年份，请补上月份，写成 {text[..4]}-09 或 {text[..4]}年9月");
        return CalendarText.Parse(text) is { } parsed
            ? Month(parsed.Year, parsed.Month)
            : Refused($"{filled.Shown}不是年月，{WriteSo}");
    });

    private static Reading<DateOnly?> Month(int year, int month) => new(new DateOnly(year, month, 1));

    private static Reading<DateOnly?> Refused(string reason) => Reading<DateOnly?>.Refused(reason);
}
