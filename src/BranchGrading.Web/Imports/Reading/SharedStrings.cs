using System.Globalization;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>The string table of a workbook, of which only what the sheet uses is kept.</summary>
internal static class SharedStrings
{
    public static IReadOnlyDictionary<int, string> Read(WorkbookPackage package, string? part, IReadOnlySet<int> wanted)
    {
        var strings = new Dictionary<int, string>();
        if (wanted.Count == 0)
            return strings;
        using var reader = package.Open(part ?? "xl/sharedStrings.xml");
        var (index, length) = (-1, 0);
        while (strings.Count < wanted.Count && reader.Read())
        {
            if (!reader.IsAt(1, "si") || !wanted.Contains(++index))
                continue;
            var text = reader.ReadRuns();
            strings.Add(index, text);
            length += text.Length;
            if (length > SheetBuilder.MaxTotalLength)
                throw SheetBuilder.TooMuchText();
        }
        return strings;
    }

    public static int Index(string? value) =>
        int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw UnreadableFileException.Damaged("文字编号不对");
}
