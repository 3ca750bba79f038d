using System.Text.RegularExpressions;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>E-mail addresses.</summary>
public static partial class EmailText
{
    private const int MaxLength = 254;

    /// <summary>One plain address; null when blank.</summary>
    public static Reading<string?> Read(ImportCell cell) => Reading<string?>.Of(cell, filled =>
    {
        // Full-width ＠ and ． are what an input method leaves behind.
        var address = string.Concat(filled.Text.Select(character => character is >= '！' and <= '～' ? (char)(character - '！' + '!') : character));
        return address.Length <= MaxLength && Address().IsMatch(address)
            ? new(address)
            : Reading<string?>.Refused($"{filled.Shown}不是邮箱地址，请写成 name@example.edu.cn 的样子");
    });

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
