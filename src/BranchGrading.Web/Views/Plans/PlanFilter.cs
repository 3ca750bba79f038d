using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>What the list of plans is narrowed down to.</summary>
/// <param name="Year">For null the latest that is final, else the latest; all for 0.</param>
public sealed record PlanFilter(PlanShow? Show, PlanKind? Kind, int? Committee, int? Year, string? Q)
{
    public static string WordOf(PlanShow show) => show switch
    {
        PlanShow.Mine => "要您办的",
        PlanShow.Missing => "缺计划",
        PlanShow.Writing => "起草中、退回修改",
        PlanShow.Submitted => "待审核",
        PlanShow.Leaderless => "D 级缺联系领导",
        PlanShow.Quiet => "该报进展",
        PlanShow.Approved => "已批准",
        PlanShow.Running => "整改中",
        PlanShow.Overdue => "有逾期",
        PlanShow.Urgent => "D 级半年未销",
        _ => "已销号",
    };

    public static bool Shows(PlanShow show, PlanRow row) => show switch
    {
        PlanShow.Mine => PlanWords.WaitsFor(row),
        PlanShow.Missing => row.IsMissing,
        PlanShow.Writing => row.State is PlanState.Drafting or PlanState.Returned,
        PlanShow.Leaderless => row.LacksLeader,
        PlanShow.Quiet => row.IsQuiet,
        PlanShow.Submitted => row.State == PlanState.Submitted,
        PlanShow.Approved => row.State == PlanState.Approved,
        PlanShow.Running => row.State == PlanState.Running,
        PlanShow.Overdue => row.Overdue > 0,
        PlanShow.Urgent => row.IsUrgent,
        _ => row.State == PlanState.Closed,
    };

    /// <summary>Everything but which state is shown: what the chips count.</summary>
    public bool Matches(PlanRow row) => (Kind is null || row.Kind == Kind) && (Committee is null || row.CommitteeId == Committee)
        && (string.IsNullOrWhiteSpace(Q) || row.BranchName.Contains(Q.Trim(), StringComparison.OrdinalIgnoreCase));

    public string AddressWith(PlanShow? show)
    {
        var parts = new (string Name, object? Value)[] { ("show", show), ("kind", Kind), ("committee", Committee), ("year", Year), ("q", Q) };
        return "/plans" + QueryString.Create(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value!.ToString())));
    }
}
