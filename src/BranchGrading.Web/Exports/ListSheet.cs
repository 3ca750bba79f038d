using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>A plain list in a worksheet: heads, texts and numbers, ready to print on A4.</summary>
public static class ListSheet
{
    /// <summary>A column that wide holds sentences: they run over several lines.</summary>
    private const double WidthOfSentences = 24;

    private const double LineHeight = 15;
    private const double Padding = 4;

    /// <summary>Where a row ends, in points.</summary>
    private const double MaxHeight = 409;

    /// <summary>Adds a sheet; a text never becomes a formula.</summary>
    public static void Add(XLWorkbook workbook, string name, IReadOnlyList<(string Name, double Width)> columns, IEnumerable<object?[]> rows)
    {
        var sheet = workbook.AddWorksheet(name);
        foreach (var (column, index) in columns.Select((column, index) => (column, index + 1)))
        {
            sheet.Cell(1, index).SetValue<string>(column.Name);
            sheet.Column(index).Width = column.Width;
        }

        var at = 1;
        foreach (var row in rows)
        {
            at++;
            for (var column = 0; column < row.Length; column++)
                Write(sheet.Cell(at, column + 1), row[column]);
            // Programs do not fit the heights of rows that another one wrote.
            if (row.Index().Where(cell => columns[cell.Index].Width >= WidthOfSentences).Select(cell => cell.Item is string text ? FormText.Lines(text, columns[cell.Index].Width) : 1).DefaultIfEmpty(1).Max() is > 1 and var lines)
                sheet.Row(at).Height = Math.Min(lines * LineHeight + Padding, MaxHeight);
        }

        sheet.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        foreach (var (column, index) in columns.Select((column, index) => (column, index + 1)).Where(pair => pair.column.Width >= WidthOfSentences))
            sheet.Column(index).Style.Alignment.WrapText = true;
        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
    }

    private static void Write(IXLCell cell, object? value)
    {
        if (value is int number)
        {
            cell.SetValue(number);
            return;
        }

        if (value is decimal exact)
        {
            cell.SetValue(exact);
            cell.Style.NumberFormat.Format = "0.00";
            return;
        }

        var text = FormText.Writable(value?.ToString() ?? "");
        cell.SetValue<string>(text);
        if (text is ['=' or '+' or '-' or '@', ..])
            cell.Style.IncludeQuotePrefix = true;
    }
}
