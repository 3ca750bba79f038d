using System.Text;

namespace BranchGrading.Web.Exports;

/// <summary>How much room a text takes in a cell. Nothing here measures fonts: there are none on a server.</summary>
public static class FormText
{
    /// <summary>The most that a cell holds.</summary>
    public const int CellMaxLength = 32_767;

    // A Chinese character takes 2.1 of the units in which column widths are counted; a little is kept for the cell's own margin.
    private const double UnitsPerCharacter = 2.15;
    private const double Narrow = 0.56;

    /// <summary>How many lines a text takes in a cell of a width.</summary>
    public static int Lines(string text, double width) => Walk(text, width).Lines;

    /// <summary>A text cut into pieces of at most so many lines each; together they are the text.</summary>
    public static IReadOnlyList<string> Pieces(string text, double width, int maxLines)
    {
        var pieces = new List<string>();
        var rest = text;
        while (rest.Length > 0)
        {
            var length = Math.Min(Walk(rest, width, maxLines).Length, CellMaxLength);
            if (length < rest.Length && length > 1 && char.IsHighSurrogate(rest[length - 1]))
                length--;
            pieces.Add(rest[..length]);
            rest = rest[length..];
        }

        return pieces;
    }

    /// <summary>The same, a piece for every paragraph, a long one cut behind a sentence, so that no line ends early within one.</summary>
    public static IReadOnlyList<string> Passages(string text, double width, int maxLines)
    {
        var passages = new List<string>();
        var rest = text;
        while (rest.Length > 0)
        {
            var length = Math.Min(Walk(rest, width, maxLines).Length, CellMaxLength);
            var paragraph = rest.IndexOf('\n', StringComparison.Ordinal) + 1;
            if (paragraph > 0 && paragraph <= length + 1)
                length = paragraph;
            else if (length < rest.Length)
                length = Seam(rest, length);
            passages.Add(rest[..length]);
            rest = rest[length..];
        }

        return passages;
    }

    /// <summary>
    /// What a workbook can hold: a line ends in a line feed alone, as in every cell, and halves of a character, which XML knows no
    /// way to write, become the sign for them.
    /// </summary>
    public static string Writable(string text)
    {
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (!text.Any(char.IsSurrogate))
            return text;
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    /// <summary>The last place up to a length behind a sentence or part of one; the length itself where there is none in its second half.</summary>
    private static int Seam(string text, int length)
    {
        foreach (var ends in new[] { "。！？", "；" })
        {
            var last = text.LastIndexOfAny(ends.ToCharArray(), length - 1);
            if (last >= length / 2)
                return text[last + 1] is '”' or '）' or '」' ? last + 2 : last + 1;
        }

        return length > 1 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
    }

    private static (int Lines, int Length) Walk(string text, double width, int maxLines = int.MaxValue)
    {
        var whole = Math.Max(1, width / UnitsPerCharacter);
        if (text.Length <= whole && !text.Contains('\n', StringComparison.Ordinal))
            return (1, text.Length);

        // No line begins with a comma or a closing bracket: programs break before the character that precedes it. Narrow cells hold no sentences.
        var capacity = whole < 6 ? whole : whole - Math.Min(1.5, whole * 0.09);
        var (lines, used) = (1, 0d);
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            var room = character < 0x2E80 ? Narrow : char.IsLowSurrogate(character) ? 0 : 1;
            var breaks = character == '\n' || used + room > capacity;
            if (breaks && lines == maxLines)
                return (lines, Math.Max(1, index));
            if (breaks)
                (lines, used) = (lines + 1, 0);
            if (character != '\n')
                used += room;
        }

        return (lines, text.Length);
    }
}
