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
        ListSheet.Add(workbook, "可推荐先进党支部", [("二级党组织", 30), ("党支部", 36)], recommendable.Select(row => new object?[] { row.Committee, row.Branch }));
        ListSheet.Add(
            workbook,
            "D级支部限制",
            [("二级党组织", 30), ("党支部", 36), ("姓名", 12), ("工号或学号", 16), ("职务", 10), ("限制", 30), ("开始", 14), ("结束", 14)],
            barred.Select(row => new object?[]
            {
                row.Committee, row.Branch, row.Consequence!.PersonName, row.StaffNumber, row.Post?.Word(), row.Consequence.Kind.Word(),
                row.Consequence.From.ToString("yyyy-MM-dd"), row.Consequence.To.ToString("yyyy-MM-dd"),
            }));
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }
}
