using ClosedXML.Excel;

namespace BranchGrading.Web.Imports;

/// <summary>The errors and warnings of an import as a workbook, to hand back to whoever filled in the table.</summary>
public static class ErrorList
{
    public static byte[] Write(ImportReport report)
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("错误清单");
        var heads = new[] { ("行", 8), ("单元格", 10), ("二级党组织", 28), ("党支部", 34), ("类别", 8), ("说明", 70) };
        for (var column = 0; column < heads.Length; column++)
        {
            sheet.Cell(1, column + 1).SetValue<string>(heads[column].Item1);
            sheet.Column(column + 1).Width = heads[column].Item2;
        }

        var at = 1;
        foreach (var row in report.Rows)
        {
            foreach (var note in row.Notes.Where(note => note.IsWarning || row.HasErrors))
            {
                at++;
                sheet.Cell(at, 1).SetValue(row.Number);
                string[] texts = [note.Cell ?? "", row.Committee, row.Branch, note.IsWarning ? "提醒" : "错误", note.Text];
                for (var column = 0; column < texts.Length; column++)
                {
                    var cell = sheet.Cell(at, column + 2);
                    cell.SetValue<string>(texts[column]);
                    if (texts[column] is ['=' or '+' or '-' or '@', ..])
                        cell.Style.IncludeQuotePrefix = true;
                }
            }
        }

        sheet.Row(1).Style.Font.Bold = true;
        sheet.SheetView.FreezeRows(1);
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }
}
