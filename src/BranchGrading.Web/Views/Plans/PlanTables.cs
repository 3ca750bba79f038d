using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Exports;

namespace BranchGrading.Web.Views.Plans;

/// <summary>The list of plans as a workbook.</summary>
public static class PlanTables
{
    private static readonly TableColumn[] Columns =
    [
        new("年度", 8), new("二级党组织", 30), new("党支部", 36), new("等级", 12), new("计划", 8), new("状态", 12), new("事项", 8), new("整改中", 8), new("待验收", 8), new("已销号", 8), new("逾期", 10),
        new("联系领导", 14), new("下一步", 40),
    ];

    public static Table Of(IEnumerable<PlanRow> rows) => new(
        "整改提升计划", Columns,
        [.. rows.Select(row => (IReadOnlyList<object?>)
        [
            row.Year, row.CommitteeName, row.BranchName, row.Grade is { } grade ? $"{grade} {grade.Word()}{(row.IsPublished ? "" : "（拟）")}" : "", row.Kind?.Word(), row.State?.Word() ?? (row.IsMissing ? "缺计划" : "没有计划"),
            row.Count?.Items, row.Count?.Open, row.Count?.Requested, row.Count?.Accepted, row.Count is null ? null : row.Overdue, row.Count?.ContactLeader, PlanWords.Next(row),
        ])]);
}
