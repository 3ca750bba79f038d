using System.Globalization;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Numbers of people and ballots.</summary>
public static class CountText
{
    private const int Most = Branch.MembersMax;

    /// <summary>A whole number from 0 to 100,000; null when blank.</summary>
    public static Reading<int?> Read(ImportCell cell) => Reading<int?>.Of(cell, filled =>
    {
        var text = filled.Folded;
        if (text.Length > 1 && text[0] == '-' && text.Skip(1).All(char.IsAsciiDigit))
            return Refused($"{filled.Shown}是负数，请填 0 或正整数");
        if (!text.All(char.IsAsciiDigit))
            return Refused($"{filled.Shown}不是整数，请只填数字，如 12");
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= Most
            ? new(count)
            : Refused($"{filled.Shown}太大，请填不超过 {Most} 的整数");
    });

    private static Reading<int?> Refused(string reason) => Reading<int?>.Refused(reason);
}
