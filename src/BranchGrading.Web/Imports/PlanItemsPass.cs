using BranchGrading.Data;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>One pass over the rows of a table of 整改事项. An item is the same where branch and problem are the same by folded text.</summary>
internal sealed class PlanItemsPass(GradingDbContext db, ImportContext context, PlanItemsLookup lookup)
{
    private readonly Dictionary<(int, string), int> _rowsInFile = [];
    private string? _committeeAbove;

    public RowReport Take(RowReport row)
    {
        var participant = FindParticipant(row);
        var line = new Line(
            row.ReadName(PlanItemColumns.Problem, PlanItem.TextMaxLength), row.Read(PlanItemColumns.Measure, cell => PlainText.Read(cell, PlanItem.TextMaxLength)),
            row.Read(PlanItemColumns.Person, cell => PlainText.Read(cell, PlanItem.PersonMaxLength)), row.Read(PlanItemColumns.Leader, cell => PlainText.Read(cell, PlanItem.PersonMaxLength)),
            row.Read(PlanItemColumns.Due, DayText.Read), row.Read(PlanItemColumns.Target, GradeText.Read));
        if (line.DueOn is { Year: < GradingRound.FirstYear or > GradingRound.LastYear })
            row.Error(PlanItemColumns.Due, $"完成时限应在 {GradingRound.FirstYear} 年到 {GradingRound.LastYear} 年之间");
        if (participant is null || line.Problem is null || row.HasErrors)
            return row;
        if (!_rowsInFile.TryAdd((participant.Id, NameKey.Of(line.Problem)), row.Number))
        {
            row.Error(PlanItemColumns.Problem, $"与第 {_rowsInFile[(participant.Id, NameKey.Of(line.Problem))]} 行是同一个支部的同一个问题");
            return row;
        }

        var plan = lookup.Plans.GetValueOrDefault(participant.Id);
        var known = plan?.Items.FirstOrDefault(item => NameKey.Of(item.Problem) == NameKey.Of(line.Problem));
        if (known is null)
            Add(row, participant, plan, line);
        else
            Change(row, plan!, known, line, lookup.Own.Contains(participant.Id) || plan!.WasSubmitted);
        return row;
    }

    private Participant? FindParticipant(RowReport row)
    {
        var cell = row.Cell(RosterColumns.Committee);
        var committee = cell.IsBlank ? _committeeAbove : row.Read(RosterColumns.Committee, read => PlainText.Read(read, Committee.NameMaxLength));
        (_committeeAbove, row.Committee) = (committee, committee ?? "");
        var branch = row.ReadName(RosterColumns.Branch, Branch.NameMaxLength);
        row.Branch = branch ?? "";
        if (branch is null)
            return null;
        if (committee is not null && !lookup.HasUnit(committee))
        {
            row.Error(RosterColumns.Committee, context.Viewer.IsDepartment ? $"本年度没有「{committee}」" : $"「{committee}」不是您负责的二级党组织");
            return null;
        }

        var found = lookup.Find(committee, branch);
        if (found.Count == 1)
        {
            row.Committee = found[0].CommitteeName;
            if (lookup.Plannable.Contains(found[0].Id))
                return found[0];
            row.Error(RosterColumns.Branch, "这个支部还没有提交自我评价，也没有登记初评结果，现在还不能写整改提升计划");
            return null;
        }

        row.Error(RosterColumns.Branch, found.Count > 1 ? $"本年度有 {found.Count} 个「{branch}」，请在表里加上「二级党组织」一列"
            : committee is not null ? $"本年度「{committee}」没有「{branch}」"
            : context.Viewer.IsDepartment ? $"本年度没有「{branch}」"
            : $"本年度您负责的二级党组织里没有「{branch}」");
        return null;
    }

    private void Add(RowReport row, Participant participant, ImprovementPlan? plan, Line line)
    {
        if (plan is { IsDraft: false })
            row.Error(RosterColumns.Branch, Locked(plan));
        else if (plan is { Items.Count: >= ImprovementPlan.MostItems })
            row.Error(RosterColumns.Branch, $"一份计划最多 {ImprovementPlan.MostItems} 项，这个支部已经满了");
        if (row.HasErrors)
            return;
        WarnOfBlanks(row, line.Measure ?? "", line.Person ?? "", line.DueOn, line.Target);
        row.New($"目标 {line.Target?.ToString() ?? "未定"}，{(line.DueOn is { } due ? $"{Show(due)}完成" : "没有时限")}{(plan is null ? "；同时新建整改提升计划" : "")}");
        if (plan is null)
        {
            plan = new ImprovementPlan(participant, ImprovementPlan.KindFor(lookup.Grades.TryGetValue(participant.Id, out var grade) ? grade : null), context.Viewer.Name, context.Now);
            plan.Describe(plan.Kind, line.Leader);
            db.Add(plan);
            lookup.Plans[participant.Id] = plan;
        }

        plan.Add(PlanItemOrigin.Import, line.Problem, null, line.Measure, line.Target, line.Person, LeaderOf(plan, line.Leader), line.DueOn);
        Touch(plan);
    }

    private void Change(RowReport row, ImprovementPlan plan, PlanItem item, Line line, bool isRead)
    {
        var (measure, person) = (row.Has(PlanItemColumns.Measure) ? line.Measure ?? "" : item.Measure, row.Has(PlanItemColumns.Person) ? line.Person ?? "" : item.ResponsiblePerson);
        var (due, target) = (row.Has(PlanItemColumns.Due) ? line.DueOn : item.DueOn, row.Has(PlanItemColumns.Target) ? line.Target : item.TargetGrade);
        var now = EffectiveLeader(plan, item.ContactLeader);
        // What the export tells of the plan's leader is no leader of the item.
        var leader = !row.Has(PlanItemColumns.Leader) || NameKey.Of(line.Leader ?? "") == NameKey.Of(now) ? item.ContactLeader : LeaderOf(plan, line.Leader);
        Compare(PlanItemColumns.Measure, item.Measure, measure);
        Compare(PlanItemColumns.Person, item.ResponsiblePerson, person);
        Compare(PlanItemColumns.Leader, now, EffectiveLeader(plan, leader ?? ""));
        Compare(PlanItemColumns.Due, item.DueOn is { } was ? Show(was) : null, due is { } then ? Show(then) : null);
        Compare(PlanItemColumns.Target, item.TargetGrade, target);
        if (row.Outcome == RowOutcome.Unchanged)
            return;
        if (!plan.IsDraft)
        {
            row.Error(RosterColumns.Branch, Locked(plan));
            return;
        }

        if (item.State == PlanItemState.Accepted)
        {
            row.Error(PlanItemColumns.Problem, "这一项已经销号，不能再改；要改，请先重新整改");
            return;
        }

        WarnOfBlanks(row, measure, person, due, target);
        plan.Change(item, item.Problem, item.Cause, measure, target, person, leader, due);
        Touch(plan);

        // What the branch is still writing is its own: the row says what it will be, not what it was.
        void Compare(string label, object? before, object? after) => row.Compare(label, isRead || Equals(before, after) ? before : "支部正在写，提交以后看得到", after);
    }

    /// <summary>Whoever has the plan open in a form must see that it changed.</summary>
    private void Touch(ImprovementPlan plan)
    {
        if (db.Entry(plan).State == EntityState.Unchanged)
            db.Entry(plan).State = EntityState.Modified;
    }

    private static string EffectiveLeader(ImprovementPlan plan, string own) => own.Length > 0 ? own : plan.ContactLeader;

    /// <summary>Blank where that of the plan holds.</summary>
    private static string? LeaderOf(ImprovementPlan plan, string? leader) => leader is null || NameKey.Of(leader) == NameKey.Of(plan.ContactLeader) ? null : leader;

    private static string Locked(ImprovementPlan plan) => plan.ApprovedAt is null
        ? "计划已经提交，正在审核，不能用导入修改；要改，请先退回计划"
        : "计划已经批准，不能用导入修改；要改，请先退回计划";

    private static void WarnOfBlanks(RowReport row, string measure, string person, DateOnly? due, Grade? target)
    {
        string?[] blank = [measure.Length == 0 ? PlanItemColumns.Measure : null, person.Length == 0 ? PlanItemColumns.Person : null, due is null ? PlanItemColumns.Due : null, target is null ? PlanItemColumns.Target : null];
        if (blank.Any(name => name is not null))
            row.Warn(null, $"还没有写{string.Join('、', blank.OfType<string>())}，提交计划以前要补上");
    }

    private static string Show(DateOnly day) => $"{day:yyyy年M月d日}";

    private sealed record Line(string? Problem, string? Measure, string? Person, string? Leader, DateOnly? DueOn, Grade? Target);
}
