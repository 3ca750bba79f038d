namespace BranchGrading.Web.Exports;

/// <summary>A table that a page shows and a workbook repeats: cells are texts, whole numbers, figures with 2 places, links, or nothing.</summary>
/// <param name="Name">Its heading and the name of its sheet.</param>
/// <param name="Most">So many rows a page shows at most; the workbook has all.</param>
public sealed record Table(string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, int Most = int.MaxValue)
{
    /// <summary>A cell as a page shows it.</summary>
    public static string Show(object? cell) => cell switch
    {
        null => "–",
        decimal figure => figure.ToString("0.00"),
        _ => cell.ToString()!,
    };

    /// <summary>A workbook with a sheet for every table.</summary>
    public static byte[] Write(IEnumerable<Table> tables)
    {
        using var workbook = new ClosedXML.Excel.XLWorkbook();
        foreach (var table in tables)
            ListSheet.Add(workbook, table.Name, [.. table.Columns.Select(column => (column.Name, column.Width))], table.Rows.Select(row => row.ToArray()));
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }
}
