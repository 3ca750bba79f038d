using System.Text.RegularExpressions;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Telephone numbers: a mobile phone, or a landline with its area code.</summary>
public static partial class PhoneText
{
    /// <summary>
    /// A mobile number as eleven digits, a landline as 0631-5680001 (an extension behind another dash); null when blank.
    /// A landline without area code passes with a warning.
    /// </summary>
    public static Reading<string?> Read(ImportCell cell) => Reading<string?>.Of(cell, filled =>
    {
        var text = Dashes().Replace(filled.Folded, "-");
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (Mobile().IsMatch(digits))
            return new(digits);
        if (AreaLandline().Match(text) is { Success: true } landline)
            return new($"{landline.Groups["area"].Value}-{landline.Groups["number"].Value}{Extension(landline)}");
        if (LocalLandline().Match(text) is { Success: true } local)
            return new($"{local.Groups["number"].Value}{Extension(local)}", Warning: $"固定电话{filled.Shown}没有区号，建议写成 0631-5680001 的样子");
        return Reading<string?>.Refused($"{filled.Shown}不是电话号码，请写 11 位手机号，或带区号的固定电话，如 0631-5680001");
    });

    private static string Extension(Match match) =>
        match.Groups["extension"] is { Success: true } extension ? $"-{extension.Value}" : "";

    [GeneratedRegex("[‐‑‒–—―－−]")]
    private static partial Regex Dashes();

    [GeneratedRegex("^1[0-9]{10}$")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(?<open>\()?(?<area>010|02[0-9]|0[3-9][0-9]{2})(?(open)\))-?(?<number>[2-9][0-9]{6,7})((-|转)(?<extension>[0-9]{1,6}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex AreaLandline();

    [GeneratedRegex("^(?<number>[2-9][0-9]{2,3}-?[0-9]{4})((-|转)(?<extension>[0-9]{1,6}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex LocalLandline();
}
