namespace BranchGrading.Web.Imports.Reading;

/// <summary>Cell references like H7, with rows and columns counted from 1.</summary>
internal static class CellAddress
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    public static string Of(int row, int column) => $"{Letters(column)}{row}";

    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    public static bool TryParse(string reference, out int row, out int column)
    {
        (row, column) = (0, 0);
        var at = 0;
        for (; at < reference.Length && char.IsAsciiLetter(reference[at]) && column <= LastColumn; at++)
            column = (column * 26) + (char.ToUpperInvariant(reference[at]) - 'A' + 1);
        return column is >= 1 and <= LastColumn && TryParseRow(reference[at..], out row);
    }

    public static bool TryParseRow(string text, out int row)
    {
        row = 0;
        return text.Length is > 0 and <= 7 && text.All(char.IsAsciiDigit)
            && int.TryParse(text, out row) && row is >= 1 and <= LastRow;
    }
}
