using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Exports;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>The columns of 业绩考核, on the page and in the workbook, and the order by one of them.</summary>
public static class FactColumns
{
    public static IReadOnlyList<FactColumn> All { get; } =
    [
        new("kind", "类别", row => -(int)row.Kind, row => row.Kind.Word()) { IsText = true, IsInSheetOnly = true },
        Count("branches", "参评支部", row => row.Branches),
        new("report", "初评报告", row => -(int)row.Timing, row => row.Timing != ReportTiming.None ? row.Timing.Word() : row.Branches > 0 ? "纸质材料" : null) { IsText = true, IsBad = row => row.Timing is ReportTiming.Overdue },
        Count("a", "A 级", row => row.Grades?.A) with { IsInSheetOnly = true },
        Count("b", "B 级", row => row.Grades?.B) with { IsInSheetOnly = true },
        Count("c", "C 级", row => row.Grades?.C) with { IsInSheetOnly = true },
        Count("d", "D 级", row => row.Grades?.D) with { IsInSheetOnly = true },
        new("good", "A、B 级占比 %", row => row.Grades?.GoodShare, row => row.Grades?.GoodShare),
        Count("risen", "晋位", row => row.Rise?.Risen),
        Count("fallen", "下降", row => row.Rise?.Fallen) with { IsInSheetOnly = true },
        new("rise", "晋位升级率 %", row => row.Rise?.Rate, row => row.Rise?.Rate),
        Count("required", "应整改支部", row => row.PlansRequired),
        Count("missing", "缺计划", row => row.PlansMissing) with { IsInSheetOnly = true },
        Count("closed", "整改完成", row => row.PlansClosed),
        Count("items", "整改事项", row => row.Items) with { IsInSheetOnly = true },
        Count("accepted", "已销号", row => row.ItemsAccepted) with { IsInSheetOnly = true },
        Count("overdue", "逾期事项", row => row.ItemsOverdue) with { IsBad = row => row.ItemsOverdue > 0 },
        Count("returned", "退回支部", row => row.ReturnedBranches),
        Count("lacking", "缺报支部", row => row.MissingBranches) with { IsInSheetOnly = true },
        Count("rescored", "学校重评", row => row.Rescored),
        Count("findings", "考评记录", row => row.Findings) with { IsInSheetOnly = true },
        new("rotated", "书记轮训", row => row.RotatedShare, row => $"{row.Rotated} / {row.Secretaries}") { IsText = true, IsInSheetOnly = true },
        new("rotation", "轮训率 %", row => row.RotatedShare, row => row.RotatedShare),
        Count("induction", "任职培训逾期", row => row.InductionOverdue) with { IsBad = row => row.InductionOverdue > 0 },
        new("work", "工作方案", row => row.WorkPlans, row => row.WorkPlans > 0 ? "有" : "缺") { IsText = true, IsBad = row => row.WorkPlans == 0 },
        new("contacts", "联系点", row => row.ContactPoints, row => $"{row.ContactPoints} / {row.ActiveBranches}") { IsText = true, IsInSheetOnly = true },
        Count("pledges", "公开承诺", row => row.Pledges) with { IsInSheetOnly = true },
        Count("comments", "领导点评", row => row.Comments) with { IsInSheetOnly = true },
        new("replaced", "D 级书记调整", row => row.Grades is { D: > 0 } ? row.Replaced : null, row => row.Grades is { D: > 0 } grades ? $"{row.Replaced} / {grades.D}" : null) { IsText = true, IsBad = row => row.Grades is { } grades && row.Replaced < grades.D },
    ];

    /// <summary>Those that a page shows.</summary>
    public static IEnumerable<FactColumn> OnPage => All.Where(column => !column.IsInSheetOnly);

    /// <summary>Rows in the order asked for; equals stay in display order, what is not known stands last.</summary>
    public static IReadOnlyList<CommitteeFacts> Sort(IReadOnlyList<CommitteeFacts> rows, string? sort)
    {
        if (sort == "-name")
            return [.. rows.Reverse()];
        if (All.FirstOrDefault(column => column.Key == sort?.TrimStart('-')) is not { } chosen)
            return rows;
        var known = rows.OrderBy(row => chosen.Order(row) is null);
        return [.. sort!.StartsWith('-') ? known.ThenByDescending(row => chosen.Order(row)) : known.ThenBy(row => chosen.Order(row))];
    }

    /// <summary>aria-sort of a column.</summary>
    public static string? StateOf(string key, string? sort) => (sort ?? "name") == key ? "ascending" : sort == "-" + key ? "descending" : null;

    /// <summary>The order that a click on a column's head asks for.</summary>
    public static string? After(string key, string? sort) => key == "name" ? (sort is null or "name" ? "-name" : null) : sort == "-" + key ? key : "-" + key;

    /// <summary>All of it as a sheet.</summary>
    public static Table Sheet(IReadOnlyList<CommitteeFacts> rows) => new(
        "业绩考核",
        [new("二级党组织", 30, IsNumber: false), .. All.Select(column => new TableColumn(column.Name, column.IsText ? 14 : 11, !column.IsText))],
        [.. rows.Select(row => (IReadOnlyList<object?>)[row.Name, .. All.Select(column => column.Value(row))])]);

    private static FactColumn Count(string key, string name, Func<CommitteeFacts, int?> count) => new(key, name, row => count(row), row => count(row));
}
