using System.Globalization;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Scores out of 100.</summary>
public static class ScoreText
{
    /// <summary>From 0 to 100, rounded half away from zero to two places as every score is (§3); null when blank.</summary>
    public static Reading<decimal?> Read(ImportCell cell) => Reading<decimal?>.Of(cell, filled =>
    {
        if (filled.Date is not null || !decimal.TryParse(
            filled.Folded, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score))
            return Reading<decimal?>.Refused($"{filled.Shown}不是分数，请填 0 到 100 的数字，如 88.5");
        return score is >= 0 and <= 100
            ? new(Math.Round(score, 2, MidpointRounding.AwayFromZero))
            : Reading<decimal?>.Refused($"{filled.Shown}不在 0 到 100 之间，请填 0 到 100 的数字，如 88.5");
    });
}
