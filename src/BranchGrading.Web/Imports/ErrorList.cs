using BranchGrading.Web.Exports;
using ClosedXML.Excel;

namespace BranchGrading.Web.Imports;

/// <summary>The errors and warnings of an import as a workbook, to hand back to whoever filled in the table.</summary>
public static class ErrorList
{
    public static byte[] Write(ImportReport report)
    {
        using var workbook = new XLWorkbook();
        ListSheet.Add(
            workbook,
            "错误清单",
            [("行", 8), ("单元格", 10), ("二级党组织", 28), ("党支部", 34), ("类别", 8), ("说明", 70)],
            from row in report.Rows
            from note in row.Notes
            where note.IsWarning || row.HasErrors
            select new object?[] { row.Number, note.Cell, row.Committee, row.Branch, note.IsWarning ? "提醒" : "错误", note.Text });
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }
}
