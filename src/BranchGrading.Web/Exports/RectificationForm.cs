using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>附表5 高等学校基层党支部整改汇总表, of a committee or of the school with its committees as groups: a row for every problem.</summary>
public static class RectificationForm
{
    public const string Label = "附表5";

    private static readonly FormColumn[] Columns =
    [
        new("序号", 5),
        new("党支部名称", 18, IsLeft: true),
        new("现等级", 8),
        new("目标等级", 9),
        new("存在的主要问题", 31, IsLeft: true),
        new("整改措施", 33, IsLeft: true),
        new("责任人", 9),
        new("联系领导", 10.5),
        new("完成时限", 13.5),
        new("进展情况", 12, IsLeft: true),
        new("验收（销号）意见", 12, IsLeft: true),
    ];

    /// <summary>The workbook of one unit.</summary>
    /// <param name="rows">Its branches, in display order.</param>
    /// <param name="round">The round.</param>
    /// <param name="unit">Who hands it in.</param>
    /// <param name="isSchool">Whether committees stand as groups.</param>
    /// <param name="settings">The school's titles and fonts.</param>
    public static byte[] Write(IReadOnlyList<RectificationRow> rows, GradingRound round, string unit, bool isSchool, SchoolSettings settings)
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
        form.Foot();
        form.End();
        return FormSheet.Save(workbook);
    }

    // Number and name stand in every row of a branch: merged over rows they would be cut where a page ends.
    private static void WriteBranch(FormTable form, RectificationRow row, int number)
    {
        foreach (var problem in row.Problems.DefaultIfEmpty())
        {
            form.Row(
                number, row.Participant.BranchName, GradeOf(row), problem?.TargetGrade?.ToString(), problem?.Description, problem?.Measure,
                problem?.ResponsiblePerson, row.ContactLeader, problem?.DueOn is { } due ? $"{due:yyyy年M月d日}" : null, null, null);
        }
    }

    private static void WriteNotes(FormTable form, IReadOnlyList<RectificationRow> rows, GradingRound round)
    {
        if (round.Publication is null && rows.Any(row => row.Grade is not null))
            form.Note("说明：等级还没有公示，「拟」为二级党组织的初评等级；没有拟定等级的，按初评得分所在的档次。");
    }

    private static string? GradeOf(RectificationRow row) => row.IsProposed && row.Grade is { } proposed ? $"{proposed}（拟）" : row.Grade?.ToString();
}
