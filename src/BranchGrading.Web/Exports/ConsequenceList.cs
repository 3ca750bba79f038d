using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>结果运用清单 as a workbook: one sheet of branches that may be recommended, one of persons barred.</summary>
public static class ConsequenceList
{
    public static byte[] Write(IReadOnlyList<ConsequenceRow> recommendable, IReadOnlyList<ConsequenceRow> barred)
    {
        using var workbook = new XLWorkbook();
        Fill(workbook.AddWorksheet("可推荐先进党支部"), [("二级党组织", 30), ("党支部", 36)], recommendable.Select(row => new[] { row.Committee, row.Branch }));
        Fill(
            workbook.AddWorksheet("D级支部限制"),
            [("二级党组织", 30), ("党支部", 36), ("姓名", 12), ("职务", 10), ("限制", 30), ("开始", 14), ("结束", 14)],
            barred.Select(row => new[]
            {
                row.Committee, row.Branch, row.Consequence!.PersonName, row.Post?.Word() ?? "", row.Consequence.Kind.Word(),
                row.Consequence.From.ToString("yyyy-MM-dd"), row.Consequence.To.ToString("yyyy-MM-dd"),
            }));
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private static void Fill(IXLWorksheet sheet, IReadOnlyList<(string Name, double Width)> columns, IEnumerable<string[]> rows)
    {
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
            {
                sheet.Cell(at, column + 1).SetValue<string>(row[column]);
                if (row[column] is ['=' or '+' or '-' or '@', ..])
                    sheet.Cell(at, column + 1).Style.IncludeQuotePrefix = true;
            }
        }

        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
    }
}
