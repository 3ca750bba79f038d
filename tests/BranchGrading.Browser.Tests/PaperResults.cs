using System.Globalization;
using ClosedXML.Excel;

namespace BranchGrading.Browser.Tests;

/// <summary>Results that come on paper, typed into the workbook that the import takes.</summary>
internal static class PaperResults
{
    public static async Task ImportResultsAsync(this Person person, string round, string outcome, params (string Committee, string Branch, decimal Score)[] rows)
    {
        var file = Path.Combine(Path.GetTempPath(), $"results-{Guid.NewGuid():N}.xlsx");
        using (var workbook = new XLWorkbook())
        {
            var sheet = workbook.AddWorksheet("评分结果");
            object[] head = ["二级党组织", "党支部", "自评得分", "初评得分", .. from panel in new[] { "党员", "群众" } from count in new[] { "应到", "发出", "收回", "有效", "好", "较好", "一般", "差" } select $"{panel}-{count}"];
            foreach (var (line, row) in rows.Select(row => new object[] { row.Committee, row.Branch, row.Score, row.Score, 20, 20, 20, 20, 15, 4, 1, 0, 30, 30, 30, 30, 20, 9, 1, 0 }).Prepend(head).Index())
            {
                foreach (var (column, value) in row.Index())
                    sheet.Cell(line + 1, column + 1).Value = Convert.ToString(value, CultureInfo.InvariantCulture);
            }

            workbook.SaveAs(file);
        }

        await person.ImportAsync($"{round}/results/new", file, $"已写入：{outcome}");
        File.Delete(file);
    }
}
