using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>A row in which a form differs from the one that was handed in.</summary>
/// <param name="Form">附表4 or 附表5.</param>
/// <param name="Before">The row as handed in, its cells joined; null for one that is new.</param>
/// <param name="Now">The row as it would be now; null for one that has gone.</param>
public sealed record FormRowChange(string Form, string? Before, string? Now)
{
    /// <summary>Compares by rows: one that moved is no difference. The line of the check code is none either.</summary>
    public static IEnumerable<FormRowChange> Between(string form, byte[] before, byte[] now)
    {
        var (old, current) = (RowsOf(before), RowsOf(now));
        var gone = old.Where(row => !current.Contains(row)).ToList();
        foreach (var row in current.Where(row => !old.Contains(row)))
        {
            var pair = gone.Find(other => KeyOf(other) == KeyOf(row));
            gone.Remove(pair!);
            yield return new FormRowChange(form, pair, row);
        }

        foreach (var row in gone)
            yield return new FormRowChange(form, row, null);
    }

    /// <summary>Number and name of the branch, or how the line begins.</summary>
    private static string KeyOf(string row) => string.Join('｜', row.Split('｜').Take(2)) is var key && key.Length > 30 ? key[..30] : key;

    private static List<string> RowsOf(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using var workbook = new XLWorkbook(stream);
        return [.. workbook.Worksheets.First().RowsUsed().Select(row => string.Join('｜', row.CellsUsed().Select(cell => cell.GetFormattedString())))
            .Where(row => !row.StartsWith("报送校验码", StringComparison.Ordinal))];
    }
}
