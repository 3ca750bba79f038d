using System.Globalization;
using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>附表4 高等学校基层党支部分类定级汇总表, of a committee or of the school with its committees as groups.</summary>
public static class SummaryForm
{
    public const string Label = "附表4";

    // Widths at which the heads break between words.
    private static readonly FormColumn[] Columns =
    [
        new("序号", 5),
        new("党支部名称", 24, IsLeft: true),
        new("支部类型", 10.8),
        new("书记", 8.6),
        new("党员数", 6.6),
        new("自评得分", 8.6, IsDecimal: true),
        new("上级评分", 8.6, IsDecimal: true),
        new("最终得分", 8.6, IsDecimal: true),
        new("党员满意率", 10.8, IsDecimal: true),
        new("群众满意率", 10.8, IsDecimal: true),
        new("上年度等级", 6.6),
        new("自评等级", 5),
        new("初评等级", 5),
        new("学校评定等级", 8.6),
        new("备注", 28, IsLeft: true),
    ];

    private static readonly Grade[] Grades = Enum.GetValues<Grade>();

    /// <summary>The workbook.</summary>
    /// <param name="sheet">The round.</param>
    /// <param name="scope">Whose form.</param>
    /// <param name="settings">The school's titles and fonts.</param>
    /// <param name="checkCode">Printed on it where it is handed in.</param>
    public static byte[] Write(RoundSheet sheet, SummaryFormScope scope, SchoolSettings settings, string? checkCode = null)
    {
        var rows = scope.CommitteeId is { } committeeId ? [.. sheet.Rows.Where(row => row.Participant.CommitteeId == committeeId)] : sheet.Rows;
        var name = scope.CommitteeId is null ? settings.UnitName : rows[0].Participant.CommitteeName;
        var number = scope.CommitteeId is null ? 1 : sheet.Rows.Select(row => row.Participant.CommitteeId).Distinct().ToList().IndexOf(scope.CommitteeId.Value) + 1;

        using var workbook = new XLWorkbook();
        var form = new FormTable(workbook, FormNames.Sheet(number, name), settings, Columns);
        form.Title(Label, settings.SummaryFormTitle);
        form.Head($"填报单位（盖章）：{name}", $"{sheet.Round.Year} 年度    单位：分、%");
        form.ColumnHeads();
        if (scope.CommitteeId is null)
            WriteGroups(form, rows, scope);
        else
            WriteRows(form, rows, 1, scope);
        WriteTotals(form, rows, PlacesOf(sheet, rows, scope), scope);
        WriteNotes(form, sheet, scope);
        form.CheckCode(checkCode);
        form.Foot();
        form.End();
        return FormSheet.Save(workbook);
    }

    private static void WriteGroups(FormTable form, IReadOnlyList<RoundSheetRow> rows, SummaryFormScope scope)
    {
        var number = 1;
        foreach (var committee in rows.GroupBy(row => row.Participant.CommitteeId))
        {
            var members = committee.ToList();
            form.GroupRow(members[0].Participant.CommitteeName);
            WriteRows(form, members, number, scope);
            var tally = string.Join("、", Grades.Select(grade => $"{grade}{Count(members, grade, scope)}")) + (Ungraded(members, scope) is > 0 and var without ? $"，未定{without}" : "");
            form.StrongRow(null, "小计", null, null, members.Sum(Members), null, null, null, null, null, null, null, null, null, tally);
            number += members.Count;
        }
    }

    private static void WriteRows(FormTable form, IReadOnlyList<RoundSheetRow> rows, int firstNumber, SummaryFormScope scope)
    {
        foreach (var (row, number) in rows.Select((row, index) => (row, firstNumber + index)))
        {
            var result = row.Result;
            // A re-score is the school's work: until publication the committee's own form leaves open what it decides.
            var showsScores = scope.ShowSchoolGrade || !result.IsRescored;
            form.Row(
                number, row.Participant.BranchName, row.Participant.BranchType.Word(), row.Participant.SecretaryName, Members(row),
                result.SelfScore, showsScores ? result.Superior : null, showsScores ? result.Composite : null, result.MemberSatisfaction, result.MassSatisfaction,
                Letter(result.PreviousGrade), Letter(result.SelfBand), Letter(row.ProposedGrade),
                scope.ShowSchoolGrade ? Letter(result.Grade) : null, Remark(result, scope));
        }
    }

    private static void WriteTotals(FormTable form, IReadOnlyList<RoundSheetRow> rows, int places, SummaryFormScope scope)
    {
        var counts = Grades.Select(grade => Count(rows, grade, scope)).ToArray();
        form.StrongRow([null, "合计", "支部数", "A级上限", "党员数", .. Grades.Select(grade => $"{grade} {grade.Word()}"), "未定", null, null, null, null, null]);
        form.StrongRow([
            null, scope.ShowSchoolGrade ? "按学校评定等级（个）" : "按初评等级（个）", rows.Count, places, rows.Sum(Members),
            .. counts.Select(count => (object?)count), Ungraded(rows, scope), null, null, null, null, null]);
        form.StrongRow([
            null, "占支部数（%）", null, null, null,
            .. counts.Select(count => (object?)Share(count, rows.Count)), Share(Ungraded(rows, scope), rows.Count), null, null, null, null, null]);
    }

    private static void WriteNotes(FormTable form, RoundSheet sheet, SummaryFormScope scope)
    {
        var rules = sheet.Round.Rules;
        if (scope.CommitteeId is not null && rules.CapScope != CapScope.Committee)
            form.Note($"说明：A级名额{(rules.CapScope == CapScope.School ? "全校统一计算" : "按支部类型计算")}，上表的A级上限是按本单位支部数和比例 {rules.CapShare * 100:0.##}% 推算的参考数。");
        var number = 1;
        foreach (var change in sheet.Round.RuleChanges.OrderBy(change => change.At))
            form.Note($"规则修改 {number++}：{change.Rule}，{change.Before} → {change.After}；理由：{change.Reason}（{SchoolTime.DayOf(change.At):yyyy年M月d日}）");
        number = 1;
        foreach (var transfer in sheet.Round.PlaceTransfers.OrderBy(transfer => transfer.At).Where(transfer => Concerns(transfer, sheet, scope)))
            form.Note($"名额调剂 {number++}：{NameOf(sheet, transfer.FromGroup)} → {NameOf(sheet, transfer.ToGroup)}，{transfer.Places} 个；理由：{transfer.Reason}{StillCounts(sheet, transfer)}（{SchoolTime.DayOf(transfer.At):yyyy年M月d日}）");
    }

    /// <summary>The school's form names every transfer, a committee's those that give or take places of a group its branches count in.</summary>
    private static bool Concerns(PlaceTransfer transfer, RoundSheet sheet, SummaryFormScope scope) => scope.CommitteeId is not { } own
        || sheet.Rows.Where(row => row.Participant.CommitteeId == own).Select(row => row.Participant.BranchType.ToString()).Append(own.ToString(CultureInfo.InvariantCulture))
            .Any(key => key == transfer.FromGroup || key == transfer.ToGroup);

    private static string NameOf(RoundSheet sheet, string group) => CapGroup.NameOf(
        group, sheet.Groups, id => sheet.Rows.FirstOrDefault(row => row.Participant.CommitteeId == id)?.Participant.CommitteeName);

    /// <summary>What was moved between groups that are none any more no longer counts (§3.6); that it was done stays on paper.</summary>
    private static string StillCounts(RoundSheet sheet, PlaceTransfer transfer) =>
        sheet.Groups.Any(group => group.Key == transfer.FromGroup) && sheet.Groups.Any(group => group.Key == transfer.ToGroup) ? "" : "；按现在的名额范围不起作用";

    /// <summary>The school's places; a committee's where places are counted so, else the number that its branches would give.</summary>
    private static int PlacesOf(RoundSheet sheet, IReadOnlyList<RoundSheetRow> rows, SummaryFormScope scope)
    {
        if (scope.CommitteeId is not { } committeeId)
            return sheet.Places;
        return sheet.Round.Rules.CapScope == CapScope.Committee && sheet.Groups.FirstOrDefault(group => group.Key == $"{committeeId}") is { } own
            ? own.Quota
            : ACap.Places(rows.Count, sheet.Round.Rules.CapShare);
    }

    // Every other line tells what the school's computation made of the branch.
    private static string Remark(GradeSnapshot result, SummaryFormScope scope) => scope.ShowSchoolGrade
        ? result.Remark
        : string.Join('；', result.Lines.Where(line => line.Limit == Limit.Missing).Select(line => line.Text));

    private static Grade? GradeOf(RoundSheetRow row, SummaryFormScope scope) => scope.ShowSchoolGrade ? row.Result.Grade : row.ProposedGrade;

    private static int Count(IReadOnlyList<RoundSheetRow> rows, Grade grade, SummaryFormScope scope) => rows.Count(row => GradeOf(row, scope) == grade);

    private static int Ungraded(IReadOnlyList<RoundSheetRow> rows, SummaryFormScope scope) => rows.Count(row => GradeOf(row, scope) is null);

    private static int Members(RoundSheetRow row) => row.Participant.FullMembers + row.Participant.ProbationaryMembers;

    private static decimal Share(int count, int all) => all == 0 ? 0 : decimal.Round(count * 100m / all, 2, MidpointRounding.AwayFromZero);

    private static string? Letter(Grade? grade) => grade?.ToString();
}
