using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>What is to be done next about a plan, and whether by the viewer.</summary>
public static class PlanWords
{
    /// <summary>Whether something about it waits for the viewer.</summary>
    public static bool WaitsFor(PlanRow row) =>
        row.MayAct && (row.State == PlanState.Submitted || row.Requested > 0 || row.LacksLeader)
        || row.MayFill && !row.Ties.IsOnBehalf(row.Viewer) && (row.Count is null || row.State is PlanState.Drafting or PlanState.Returned || row.Overdue + row.Soon > 0 || row.IsQuiet);

    /// <summary>The next step in words, and who takes it.</summary>
    public static string Next(PlanRow row) => row.State switch
    {
        null => row.IsPublished ? "支部起草计划" : "可以开始起草",
        PlanState.Drafting => "支部写完后提交",
        PlanState.Returned => "支部按意见改好再提交",
        PlanState.Submitted => $"等{Approver(row)}审核",
        PlanState.Approved => "定级后开始执行",
        PlanState.Closed => "全部销号",
        _ => string.Join("；", Running(row)),
    };

    private static string Approver(PlanRow row) => row.Ties.IsDepartments ? "党委组织部" : row.CommitteeName;

    private static IEnumerable<string> Running(PlanRow row)
    {
        if (row.LacksLeader)
            yield return $"{Approver(row)}填写联系领导";
        if (row.Requested > 0)
            yield return $"{row.Requested} 项等{Approver(row)}验收";
        if (row.Overdue > 0)
            yield return $"{row.Overdue} 项逾期";
        else if (row.Count!.NextDue is { } day)
            yield return $"最近一项 {day:M月d日} 到期";
        if (row.IsQuiet)
            yield return "该报进展了";
    }
}
