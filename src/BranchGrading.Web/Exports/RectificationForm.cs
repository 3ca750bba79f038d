using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>附表5 高等学校基层党支部整改汇总表, of a committee or of the school with its committees as groups: a row for every problem, or, once the branch handed in a plan, for every item of it.</summary>
public static class RectificationForm
{
    public const string Label = "附表5";

    private static readonly FormColumn[] Columns =
    [
        new("序号", 5),
        new("党支部名称", 17, IsLeft: true),
        new("现等级", 7.5),
        new("目标等级", 8),
        new("存在的主要问题", 31, IsLeft: true),
        new("整改措施", 33, IsLeft: true),
        new("责任人", 9),
        new("联系领导", 9),
        new("完成时限", 13.5),
        new("进展情况", 24, IsLeft: true),
        new("验收（销号）意见", 21, IsLeft: true),
    ];

    /// <summary>The workbook of one unit.</summary>
    /// <param name="rows">Its branches, in display order.</param>
    /// <param name="round">The round.</param>
    /// <param name="unit">Who hands it in.</param>
    /// <param name="isSchool">Whether committees stand as groups.</param>
    /// <param name="settings">The school's titles and fonts.</param>
    /// <param name="checkCode">Printed on it where it is handed in.</param>
    public static byte[] Write(IReadOnlyList<RectificationRow> rows, GradingRound round, string unit, bool isSchool, SchoolSettings settings, string? checkCode = null)
    {
        using var workbook = new XLWorkbook();
        var form = new FormTable(workbook, FormNames.Sheet(1, unit), settings, Columns);
        form.Title(Label, settings.RectificationFormTitle);
        form.Head($"填报单位（盖章）：{unit}", $"{round.Year} 年度");
        form.ColumnHeads();
        var number = 1;
        foreach (var committee in rows.GroupBy(row => row.Participant.CommitteeId))
        {
            if (isSchool)
                form.GroupRow(committee.First().Participant.CommitteeName);
            foreach (var row in committee)
                WriteBranch(form, row, number++);
        }

        if (rows.Count == 0)
            form.GroupRow(settings.RectificationListsAll ? "没有参加评定的支部。" : "没有评为 C 级、D 级的支部。");
        WriteNotes(form, rows, round);
        form.CheckCode(checkCode);
        form.Foot();
        form.End();
        return FormSheet.Save(workbook);
    }

    // Number and name stand in every row of a branch: merged over rows they would be cut where a page ends.
    private static void WriteBranch(FormTable form, RectificationRow row, int number)
    {
        foreach (var line in row.Lines.DefaultIfEmpty())
        {
            form.Row(
                number, row.Participant.BranchName, GradeOf(row), line?.TargetGrade?.ToString(), line is null ? null : ProblemOf(line), line?.Measure,
                line?.ResponsiblePerson, line is null ? row.ContactLeader : line.ContactLeader, line?.DueOn is { } due ? Day(due) : null,
                line is null ? null : ProgressOf(line), line is null ? null : VerdictOf(line));
        }
    }

    private static string ProblemOf(RectificationLine line) => line.Cause.Length == 0 ? line.Problem : $"{line.Problem}\n原因：{line.Cause}";

    /// <summary>How much is done and what was last told of it, also when acceptance was asked for; what the plan waits for, where it does not run.</summary>
    private static string? ProgressOf(RectificationLine line)
    {
        var waits = line is { IsAccepted: false, State: PlanState.Submitted or PlanState.Returned } ? $"计划{line.State.Value.Word()}" : null;
        if (line.Percent is not { } percent)
            return waits;
        var told = line.Told is { } last ? $"{Day(SchoolTime.DayOf(last.At))}{(last.Kind == PlanEntryKind.Request ? "申请验收" : "")}：{last.Note}" : null;
        return string.Join('\n', new[] { $"完成 {percent}%{(line.IsWaiting ? "，待验收" : "")}", told, waits }.OfType<string>());
    }

    private static string? VerdictOf(RectificationLine line)
    {
        var verdict = line.Verdict is not { } given ? null : given.Kind switch
        {
            PlanEntryKind.Accept => $"同意销号。{(given.Note.Length == 0 ? "" : "\n" + given.Note)}\n{Signed(given)}",
            PlanEntryKind.Refuse => $"验收不通过：{given.Note}\n{Signed(given)}",
            _ => $"销号后重新整改：{given.Note}\n{Signed(given)}",
        };
        var check = line.SpotCheck is { } seen ? $"抽查：{seen.Note}\n{Signed(seen)}" : null;
        return verdict is null ? check : check is null ? verdict : $"{verdict}\n{check}";
    }

    private static string Signed(PlanEntry entry) => $"{entry.By}，{Day(SchoolTime.DayOf(entry.At))}";

    private static string Day(DateOnly day) => $"{day:yyyy年M月d日}";

    private static void WriteNotes(FormTable form, IReadOnlyList<RectificationRow> rows, GradingRound round)
    {
        if (round.Publication is null && rows.Any(row => row.Grade is not null))
            form.Note("说明：等级还没有公示，「拟」为二级党组织的初评等级；没有拟定等级的，按初评得分所在的档次。");
    }

    private static string? GradeOf(RectificationRow row) => row.IsProposed && row.Grade is { } proposed ? $"{proposed}（拟）" : row.Grade?.ToString();
}
