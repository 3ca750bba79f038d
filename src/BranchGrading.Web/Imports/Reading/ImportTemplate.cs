using ClosedXML.Excel;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Makes the blank workbook that is handed out for an import.</summary>
public static class ImportTemplate
{
    private const int HeaderRow = 2;
    private const string BodyFont = "仿宋";

    private static readonly XLColor RequiredFill = XLColor.FromArgb(0xFF, 0xE6, 0x99);
    private static readonly XLColor OptionalFill = XLColor.FromArgb(0xED, 0xED, 0xED);

    /// <summary>
    /// An .xlsx with a sheet to fill in and a sheet of notes. The examples (one text per column, in order) stand among the
    /// notes: left behind in the sheet to fill in, they would be imported.
    /// </summary>
    public static byte[] Write(
        string title,
        IReadOnlyList<ImportColumn> columns,
        IReadOnlyList<IReadOnlyList<string>> examples,
        IReadOnlyList<string> notes)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = BodyFont;
        workbook.Style.Font.FontSize = 11;
        FillIn(workbook.AddWorksheet("填写"), title, columns);
        Explain(workbook.AddWorksheet("说明"), columns, examples, notes);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private static void FillIn(IXLWorksheet sheet, string title, IReadOnlyList<ImportColumn> columns)
    {
        OnA4(sheet);
        Write(sheet.Cell(1, 1), title);
        sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(16);
        for (var index = 0; index < columns.Count; index++)
        {
            sheet.Column(index + 1).Width = columns[index].Width;
            if (columns[index].AsText)
                sheet.Column(index + 1).Style.NumberFormat.Format = "@";
        }
        Headers(sheet, columns);
        sheet.SheetView.FreezeRows(HeaderRow);
        sheet.PageSetup.SetRowsToRepeatAtTop(HeaderRow, HeaderRow);
    }

    private static void Explain(
        IXLWorksheet sheet, IReadOnlyList<ImportColumn> columns, IReadOnlyList<IReadOnlyList<string>> examples, IReadOnlyList<string> notes)
    {
        OnA4(sheet);
        var row = 1;
        foreach (var note in notes.Prepend("黄色表头的列必须有，灰色的可以没有；列的先后不限，不认识的列不导入。"))
            Write(sheet.Cell(row++, 1), note);
        row++;
        foreach (var (text, index) in new[] { "列", "是否必须", "怎么填" }.Concat(examples.Select((_, number) => $"示例 {number + 1}")).Select((text, index) => (text, index)))
            Head(sheet.Cell(row, index + 1), text, OptionalFill);
        for (var index = 0; index < columns.Count; index++)
        {
            var texts = new[] { columns[index].Name, columns[index].Required ? "必须" : "可选", columns[index].Hint }
                .Concat(examples.Select(example => index < example.Count ? example[index] : ""));
            row++;
            foreach (var (text, at) in texts.Select((text, at) => (text, at)))
                Write(sheet.Cell(row, at + 1), text).Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        }
        sheet.Column(1).Width = 18;
        sheet.Column(2).Width = 10;
        sheet.Column(3).Width = 60;
        for (var index = 0; index < examples.Count; index++)
            sheet.Column(4 + index).Width = 28;
    }

    private static void Headers(IXLWorksheet sheet, IReadOnlyList<ImportColumn> columns)
    {
        for (var index = 0; index < columns.Count; index++)
            Head(sheet.Cell(HeaderRow, index + 1), columns[index].Name, columns[index].Required ? RequiredFill : OptionalFill);
    }

    private static void Head(IXLCell cell, string text, XLColor fill)
    {
        Write(cell, text).Style.Font.SetBold()
            .Fill.SetBackgroundColor(fill)
            .Border.SetOutsideBorder(XLBorderStyleValues.Thin)
            .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center)
            .Alignment.SetWrapText();
    }

    /// <summary>Always as text: a number or a formula would be made of some strings otherwise.</summary>
    private static IXLCell Write(IXLCell cell, string text)
    {
        cell.SetValue(text);
        cell.Style.NumberFormat.Format = "@";
        if (text.Length > 0 && text[0] is ('=' or '+' or '-' or '@'))
            cell.Style.IncludeQuotePrefix = true;
        return cell;
    }

    private static void OnA4(IXLWorksheet sheet)
    {
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PagesWide = 1;
        sheet.PageSetup.PagesTall = 0;
    }
}
