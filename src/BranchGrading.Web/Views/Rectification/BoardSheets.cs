using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Imports;

namespace BranchGrading.Web.Views.Rectification;

/// <summary>The board as sheets of a workbook.</summary>
public static class BoardSheets
{
    /// <summary>The items, in the columns of the import and some more, which the import passes over.</summary>
    public static Table Items(Board board, IReadOnlyList<BoardItem> items) => new(
        "整改事项",
        [
            new(RosterColumns.Committee, 26), new(RosterColumns.Branch, 32), new(PlanItemColumns.Problem, 40), new(PlanItemColumns.Measure, 40), new(PlanItemColumns.Person, 12),
            new(PlanItemColumns.Leader, 12), new(PlanItemColumns.Due, 14), new(PlanItemColumns.Target, 10), new("原因", 30), new("现等级", 8), new("状态", 12), new("完成比例 %", 10), new("逾期", 8),
        ],
        [
            .. items.Select(item =>
            {
                var branch = board.Branch(item.ParticipantId);
                return (IReadOnlyList<object?>)
                [
                    branch.Committee, branch.Name, item.Problem, item.Measure, item.ResponsiblePerson, item.ContactLeader.Length > 0 ? item.ContactLeader : branch.ContactLeader,
                    item.DueOn?.ToString("yyyy-MM-dd"), item.TargetGrade?.ToString(), item.Cause, branch.Grade?.ToString(), StateOf(board, item), item.Percent, board.IsOverdue(item) ? "逾期" : "",
                ];
            }),
        ]);

    /// <summary>The figures of every unit, and of all together.</summary>
    public static Table Units(Board board) => new(
        "各二级党组织",
        [new(RosterColumns.Committee, 30), .. BoardColumns.All.Select(column => new TableColumn(column.Name, 12))],
        [
            .. board.Units.Concat(board.Units.Count > 1 ? [board.Total] : Array.Empty<BoardUnit>())
                .Select(unit => (IReadOnlyList<object?>)[unit.Name, .. BoardColumns.All.Select(column => column.Value(unit) is { } figure ? column.Key == "share" ? figure : (object)(int)figure : null)]),
        ]);

    /// <summary>What an item has reached, or why it does not run yet.</summary>
    public static string StateOf(Board board, BoardItem item)
    {
        var branch = board.Branch(item.ParticipantId);
        var state = PlanItem.StateOf(item.RequestedAt, item.AcceptedAt);
        return branch.Plan!.StateOf(board.IsFinal) switch
        {
            PlanState.Running or PlanState.Closed => state.Word(),
            PlanState.Returned when board.Counts(branch) && state == PlanItemState.Accepted => state.Word(),
            PlanState.Approved => "等待定级",
            var plan => $"计划{plan.Word()}",
        };
    }
}
