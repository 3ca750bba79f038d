using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Exports;

namespace BranchGrading.Web.Views.Histories;

/// <summary>The history of a branch as sheets: what its page tells, predecessors included.</summary>
public static class HistorySheets
{
    public static IReadOnlyList<Table> Of(HistoryPage page)
    {
        var history = page.History;
        return
        [
            new Table(
                "历年等级",
                [new("年度", 8), new("党支部", 36, IsNumber: false), new("等级", 8, IsNumber: false), new("备注", 40, IsNumber: false)],
                [.. history.Grades.OrderByDescending(grade => grade.Year).Select(grade => (IReadOnlyList<object?>)[grade.Year, grade.Branch, grade.Grade.ToString(), grade.Note])]),
            new Table(
                "变动",
                [new("日期", 14, IsNumber: false), new("种类", 12, IsNumber: false), new("内容", 60, IsNumber: false), new("文号", 24, IsNumber: false), new("说明", 40, IsNumber: false)],
                [.. history.Changes.Select(change => (IReadOnlyList<object?>)[$"{change.On:yyyy-MM-dd}", change.Kind.Word(), change.Sentence(), change.DocumentNumber, change.Note])]),
            new Table(
                "历年情况和整改",
                [
                    new("年度", 8), new("党支部", 36, IsNumber: false), new("二级党组织", 30, IsNumber: false), new("书记", 12, IsNumber: false), new("党员", 8), new("计划", 10, IsNumber: false), new("状态", 12, IsNumber: false),
                    new("事项", 8), new("已销号", 8),
                ],
                [.. history.Rounds.Select(round => (IReadOnlyList<object?>)[round.Year, round.Name, round.Committee, round.Secretary, round.Members, round.Plan?.Kind.Word(), round.Plan?.State.Word(), round.Plan?.Items, round.Plan?.Accepted])]),
            new Table(
                "历任书记",
                [new("党支部", 36, IsNumber: false), new("书记", 14, IsNumber: false), new("起", 12, IsNumber: false), new("止", 12, IsNumber: false)],
                [.. history.Secretaries.Select(term => (IReadOnlyList<object?>)[term.Branch, term.Name, term.From?.ToString("yyyy-MM"), term.To?.ToString("yyyy-MM")])]),
        ];
    }
}
