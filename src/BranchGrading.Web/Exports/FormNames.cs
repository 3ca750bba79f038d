namespace BranchGrading.Web.Exports;

/// <summary>Names of files and sheets that every system and spreadsheet program accepts.</summary>
public static class FormNames
{
    public const int SheetNameMaxLength = 31;

    /// <summary>Longer than of files that are handed out: the version and what was handed in stand before the name.</summary>
    public const int ArchivedMaxLength = 120;

    private const int FileNameMaxLength = 80;

    /// <summary>附表4-2012-材料学院党委.xlsx</summary>
    public static string File(string form, int year, string unit, string extension = "xlsx") => $"{form}-{year}-{SafeFile(unit)}.{extension}";

    /// <summary>序号 + name, without what sheet names must not hold.</summary>
    public static string Sheet(int number, string name) => Cut($"{number} {Safe(name, @":\/?*[]")}", SheetNameMaxLength).TrimEnd(' ', '\'');

    /// <summary>A name for a folder or a part of a file's name.</summary>
    public static string Folder(string name) => SafeFile(name);

    /// <summary>The same names made unique, the later ones by a number; sheets and files are compared without regard to case.</summary>
    public static IReadOnlyList<string> Unique(IEnumerable<string> names, int maxLength = FileNameMaxLength)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unique = new List<string>();
        foreach (var name in names)
        {
            var dot = name.LastIndexOf('.') is > 0 and var at && name.Length - at <= 5 ? at : name.Length;
            var candidate = Cut(name[..dot], maxLength - (name.Length - dot)) + name[dot..];
            for (var number = 2; !taken.Add(candidate); number++)
            {
                candidate = $"{Cut(name[..dot], maxLength - 6 - (name.Length - dot))} ({number}){name[dot..]}";
            }

            unique.Add(candidate);
        }

        return unique;
    }

    private static string SafeFile(string name)
    {
        var safe = Cut(Safe(name, "\\/:*?\"<>|"), FileNameMaxLength - 20).Trim(' ', '.');
        return safe.Length == 0 ? "未命名" : safe;
    }

    private static string Safe(string name, string forbidden) =>
        string.Concat(FormText.Writable(name).Where(character => !char.IsControl(character) && !forbidden.Contains(character) && !IsInvisible(character))).Trim();

    private static bool IsInvisible(char character) => character is (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }
}
