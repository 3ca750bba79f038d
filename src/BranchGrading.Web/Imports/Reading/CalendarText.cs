using System.Globalization;
using System.Text.RegularExpressions;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>The ways offices write a month or a day.</summary>
internal static partial class CalendarText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    /// <summary>Year, month and, where written, day of a folded text; null when it is none or no such day exists.</summary>
    public static (int Year, int Month, int? Day)? Parse(string folded)
    {
        var match = Separated().Match(folded);
        if (!match.Success)
            match = Chinese().Match(folded);
        if (!match.Success)
            return null;
        var (year, month) = (Digits(match.Groups["year"]), Digits(match.Groups["month"]));
        var day = match.Groups["day"].Success ? Digits(match.Groups["day"]) : (int?)null;
        var exists = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12
            && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month)));
        return exists ? (year, month, day) : null;
    }

    public static bool IsPlausible(DateOnly day) => day.Year is >= FirstYear and <= LastYear;

    public static bool IsBareYear(string folded) => BareYear().IsMatch(folded);

    private static int Digits(Group group) => int.Parse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<year>[0-9]{4})(?<mark>[-/.])(?<month>[0-9]{1,2})(\\k<mark>(?<day>[0-9]{1,2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Separated();

    [GeneratedRegex("^(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月((?<day>[0-9]{1,2})[日号])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Chinese();

    [GeneratedRegex("^[0-9]{4}年?$")]
    private static partial Regex BareYear();
}
