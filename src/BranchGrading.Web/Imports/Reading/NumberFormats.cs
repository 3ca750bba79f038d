using System.Globalization;
using System.Text.RegularExpressions;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Which cell styles of a workbook show a number as a date.</summary>
internal sealed partial class NumberFormats
{
    /// <summary>Excel itself allows 65,490.</summary>
    private const int MaxStyles = 65_536;

    private readonly List<int> styles = [];
    private readonly Dictionary<int, bool> custom = [];

    public static NumberFormats Read(WorkbookPackage package, string? part)
    {
        var formats = new NumberFormats();
        if (part is null || !package.Has(part))
            return formats;
        using var reader = package.Open(part);
        var section = "";
        while (reader.Read())
        {
            if (reader.IsElement && reader.Depth == 1)
                section = reader.Name;
            else if (section == "numFmts" && reader.IsAt(2, "numFmt"))
                formats.custom[Id(reader)] = IsDateCode(reader.Attribute("formatCode") ?? "");
            else if (section == "cellXfs" && reader.IsAt(2, "xf"))
                formats.styles.Add(Id(reader));
            if (formats.styles.Count > MaxStyles || formats.custom.Count > MaxStyles)
                throw UnreadableFileException.Damaged("单元格样式太多");
        }
        return formats;
    }

    /// <summary>Whether the style with this index (the <c>s</c> of a cell) shows dates.</summary>
    public bool IsDate(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < styles.Count
        && (custom.TryGetValue(styles[index], out var isDate) ? isDate : IsBuiltInDate(styles[index]));

    /// <summary>The ids that programs set to Chinese use without writing their codes are among them.</summary>
    private static bool IsBuiltInDate(int id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58);

    internal static bool IsDateCode(string code)
    {
        var letters = Literals().Replace(code, "").Split(';')[0].ToUpperInvariant();
        return letters.AsSpan().IndexOfAny('Y', 'D') >= 0
            || (letters.Contains('M') && letters.AsSpan().IndexOfAny('H', 'S') < 0);
    }

    private static int Id(PartReader reader) =>
        int.TryParse(reader.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>What stands for itself: quoted, escaped, padding, in brackets (but for elapsed time), AM/PM, and the names of the general format.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|AM/PM|A/P|General|Standard
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Literals();
}
