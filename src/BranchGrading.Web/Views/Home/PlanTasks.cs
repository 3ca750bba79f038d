using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Views.Plans;

namespace BranchGrading.Web.Views.Home;

/// <summary>What waits about plans, on the start page of each role; nothing where nothing waits.</summary>
public static class PlanTasks
{
    private const int Named = 4;

    /// <summary>For the secretary of a branch: what is to be written, changed or reported.</summary>
    public static IEnumerable<PlanTask> OfBranch(IEnumerable<PlanRow> rows, int branchId)
    {
        foreach (var row in rows.Where(row => row.BranchId == branchId && row.Ties.Leads))
        {
            var (address, name) = (PlanPage.AddressOf(row.ParticipantId), $"{row.Year} 年度{row.Kind?.Word() ?? "整改"}计划");
            if (row.IsUrgent)
                yield return new(address, name, "bad", "error", "D 级半年未销", "定级已经超过半年，还没有全部销号。请和联系领导商量，抓紧办。");
            else if (row.IsMissing && row.Count is null)
                yield return new(address, name, "warn", "alert", "缺计划", $"本支部是 {row.Grade} 级，要有整改计划。自评里写过的问题可以直接转过来。");
            if (row.State == PlanState.Returned)
                yield return new(address, name, "warn", "return", "退回修改", $"意见：{row.Count!.LastComment}");
            else if (row.State == PlanState.Drafting)
                yield return new(address, name, "doing", "pencil", "起草中", "写好以后提交。");
            if (row.Overdue > 0)
                yield return new(address, name, "warn", "alert", $"{row.Overdue} 项逾期", "请报进展，或者申请验收。");
            if (row.Soon > 0)
                yield return new(address, name, "doing", "clock", $"{row.Soon} 项两周内到期", $"最近一项 {row.Count!.NextDue:M月d日} 到期。");
            if (row.IsQuiet)
                yield return new(address, name, "doing", "pencil", "该报进展", "每季度至少报一次，写做了什么、做到哪一步。");
        }
    }

    /// <summary>For those who approve and accept, and see to it that plans are written.</summary>
    public static IEnumerable<PlanTask> OfCommittee(IReadOnlyCollection<PlanRow> rows)
    {
        var own = rows.Where(row => row.MayAct || row.Ties.IsOnBehalf(row.Viewer)).ToList();
        if (Lines(own.Where(row => row.MayAct && row.State == PlanState.Submitted)) is { Count: > 0 } waiting)
            yield return new(Address(PlanShow.Submitted), "审核支部提交的计划", "sent", "send", $"{waiting.Count} 份待审核", waiting.Names);
        if (Lines(own.Where(row => row.MayAct && row.Requested > 0)) is { Count: > 0 } requested)
            yield return new(Address(PlanShow.Mine), "验收整改事项", "sent", "send", $"{own.Where(row => row.MayAct).Sum(row => row.Requested)} 项待验收", requested.Names);
        foreach (var task in Watched(own))
            yield return task;
    }

    /// <summary>For the department: how the school's plans stand, and what it does itself.</summary>
    public static IEnumerable<PlanTask> OfSchool(IReadOnlyCollection<PlanRow> rows)
    {
        var own = rows.Where(row => row.MayAct && (row.State == PlanState.Submitted || row.Requested > 0)).ToList();
        if (Lines(own) is { Count: > 0 } waiting)
            yield return new(Address(PlanShow.Mine), "由组织部审核、验收的计划", "sent", "send", $"{waiting.Count} 个支部", waiting.Names);
        foreach (var task in Watched(rows))
            yield return task;
        var counts = new[] { PlanState.Drafting, PlanState.Returned, PlanState.Submitted, PlanState.Approved, PlanState.Running }
            .Select(state => (state, Count: rows.Count(row => row.State == state))).Where(pair => pair.Count > 0).ToList();
        if (counts.Count > 0)
            yield return new("/plans?year=0", "整改提升计划", "doing", "clock", $"{counts.Sum(pair => pair.Count)} 份没办结", string.Join("，", counts.Select(pair => $"{pair.state.Word()} {pair.Count} 份")) + "。");
    }

    private static IEnumerable<PlanTask> Watched(IReadOnlyCollection<PlanRow> rows)
    {
        if (Lines(rows.Where(row => row.IsUrgent)) is { Count: > 0 } urgent)
            yield return new(Address(PlanShow.Urgent), "D 级支部整改", "bad", "error", $"{urgent.Count} 个半年未销", urgent.Names);
        if (Lines(rows.Where(row => row.IsMissing)) is { Count: > 0 } missing)
            yield return new(Address(PlanShow.Missing), "C、D 级支部起草计划", "warn", "alert", $"{missing.Count} 个缺计划", missing.Names);
        if (Lines(rows.Where(row => row.LacksLeader)) is { Count: > 0 } leaderless)
            yield return new(Address(PlanShow.Leaderless), "D 级支部联系领导", "warn", "alert", $"{leaderless.Count} 个缺联系领导", leaderless.Names);
        if (Lines(rows.Where(row => row.Overdue > 0)) is { Count: > 0 } overdue)
            yield return new(Address(PlanShow.Overdue), "督促逾期的事项", "warn", "alert", $"{overdue.Count} 个支部有逾期", overdue.Names);
        if (Lines(rows.Where(row => row.IsQuiet)) is { Count: > 0 } quiet)
            yield return new(Address(PlanShow.Quiet), "督促报进展", "doing", "clock", $"{quiet.Count} 个支部该报进展", quiet.Names);
    }

    private static (int Count, string Names) Lines(IEnumerable<PlanRow> rows)
    {
        var names = rows.Select(row => row.BranchName).ToList();
        return (names.Count, string.Join("、", names.Take(Named)) + (names.Count > Named ? "等。" : "。"));
    }

    private static string Address(PlanShow show) => $"/plans?show={show}&year=0";
}
