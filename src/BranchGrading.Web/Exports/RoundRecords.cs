using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Exports;

/// <summary>What a round's archive tells beside the forms: reports, ballots, decisions and publication, as workbooks.</summary>
public sealed class RoundRecords(GradingDbContext db, ScoreRecords scores, SchoolClock clock)
{
    /// <summary>The workbooks, each with its name and what it holds.</summary>
    public async Task<IReadOnlyList<(string Name, string What, byte[] Content)>> WriteAsync(GradingRound round, RoundSheet sheet, IReadOnlyList<CommitteeHandIns> units, CancellationToken cancellationToken)
    {
        var (standards, points) = await scores.TablesAsync(round, cancellationToken);
        return
        [
            ("评分标准.xlsx", "各支部适用的评分标准（附表1、附表2）", Table.Write(standards)),
            ("逐项得分.xlsx", "自评、初评和学校考评的逐项得分（没有提交、没有完成的不收）", Table.Write(points)),
            ("初评意见报告.xlsx", "各二级党组织的报告、缺报和退回", Table.Write(await ReportsAsync(round, cancellationToken))),
            ("自我评价报告.xlsx", "各支部的报告正文（正在修改、没有提交的不收）", Table.Write([await TextsAsync(round, cancellationToken)])),
            ("民主测评.xlsx", "党员测评、群众测评的票数（只有合计，没有单张票）", Table.Write([await BallotsAsync(round, cancellationToken)])),
            ("评定.xlsx", "计算、决定、特批和规则修改", Table.Write(await DecisionsAsync(round, sheet, cancellationToken))),
            ("公示与定级.xlsx", "公示、改定和更正", Table.Write(await PublicationAsync(round, sheet, cancellationToken))),
            ("报送情况.xlsx", "各二级党组织的报送", Table.Write([Views.HandIns.HandInList.Sheet(units, clock.UtcNow, clock)])),
        ];
    }

    private async Task<IReadOnlyList<Table>> ReportsAsync(GradingRound round, CancellationToken cancellationToken)
    {
        var branches = await BranchesAsync(round, cancellationToken);
        var committees = branches.Values.GroupBy(branch => branch.CommitteeId).ToDictionary(unit => unit.Key, unit => unit.First().CommitteeName);
        var reports = (await db.ReportsAsync(round.Id, cancellationToken)).Values.Where(report => committees.ContainsKey(report.CommitteeId)).ToList();
        return
        [
            new("报告", Heads("二级党组织", "会议日期", "上报时间", "上报人", "退回时间", "退回理由"), [.. reports.Select(report => (IReadOnlyList<object?>)[
                committees[report.CommitteeId], report.MeetingOn is { } on ? $"{on:yyyy年M月d日}" : null, Show(report.SubmittedAt), report.SubmittedBy, Show(report.ReturnedAt), report.ReturnReason])]),
            new("缺报的支部", Heads("二级党组织", "党支部", "理由"), [.. reports.SelectMany(report => report.Missing.Select(line => (IReadOnlyList<object?>)[
                committees[report.CommitteeId], branches.GetValueOrDefault(line.ParticipantId)?.BranchName, line.Reason]))]),
            new("退回的支部", Heads("二级党组织", "党支部", "理由", "退回时间", "改完时间"), [.. reports.SelectMany(report => report.Returned.Select(line => (IReadOnlyList<object?>)[
                committees[report.CommitteeId], branches.GetValueOrDefault(line.ParticipantId)?.BranchName, line.Reason, Show(line.ReturnedAt), Show(line.SettledAt)]))]),
        ];
    }

    /// <summary>Only of branches that handed in: a draft is the branch's own.</summary>
    private async Task<Table> TextsAsync(GradingRound round, CancellationToken cancellationToken)
    {
        var branches = await BranchesAsync(round, cancellationToken);
        var texts = await db.ReportTexts.AsNoTracking().Where(text => text.Participant.RoundId == round.Id
            && db.SelfAssessments.Any(row => row.ParticipantId == text.ParticipantId && row.SubmittedAt != null)).ToListAsync(cancellationToken);
        var byBranch = texts.ToLookup(text => text.ParticipantId);
        return new("自我评价报告", Heads("二级党组织", "党支部", "部分", "内容"), [.. branches.Values.SelectMany(branch => byBranch[branch.Id].OrderBy(text => text.Section)
            .Select(text => (IReadOnlyList<object?>)[branch.CommitteeName, branch.BranchName, text.Section.Word(), text.Content]))]);
    }

    /// <summary>Sums alone, as paper and on-line votes leave them; of fewer than 5 valid ballots only what the grade needs (§4).</summary>
    private async Task<Table> BallotsAsync(GradingRound round, CancellationToken cancellationToken)
    {
        var branches = await BranchesAsync(round, cancellationToken);
        var votes = (await db.Evaluations.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToListAsync(cancellationToken)).ToLookup(row => row.ParticipantId);
        return new("民主测评", Heads("二级党组织", "党支部", "测评", "应到", "发出", "收回", "有效", "满意", "满意率", "好", "较好", "一般", "差", "说明"), [.. branches.Values.SelectMany(branch => votes[branch.Id].OrderBy(vote => vote.Panel)
            .Select(vote => BallotRow(branch, vote, round.Rules.FairCounts)))]);
    }

    private static IReadOnlyList<object?> BallotRow(Participant branch, DemocraticEvaluation vote, bool fairCounts)
    {
        var (count, isShown) = (vote.Count, vote.Count.MayBeShown);
        int? Shown(int ballots) => isShown ? ballots : null;
        return
        [
            branch.CommitteeName, branch.BranchName, vote.Panel == Panel.Members ? "党员测评" : "群众测评", count.Expected, count.Issued, count.Returned, count.Valid,
            Satisfaction.Content(count, fairCounts), Satisfaction.Of(count, fairCounts), Shown(count.Good), Shown(count.FairlyGood), Shown(count.Fair), Shown(count.Poor),
            isShown ? null : "有效票少于 5 张，不列出各档票数",
        ];
    }

    private async Task<IReadOnlyList<Table>> DecisionsAsync(GradingRound round, RoundSheet sheet, CancellationToken cancellationToken)
    {
        var branches = await BranchesAsync(round, cancellationToken);
        var decisions = await db.Decisions.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToListAsync(cancellationToken);
        var waivers = await db.Waivers.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToListAsync(cancellationToken);
        return
        [
            new("评定结果", Heads("二级党组织", "党支部", "自评得分", "上级评分", "最终得分", "计算等级", "评定等级", "说明"), [.. sheet.Rows.Select(row => (IReadOnlyList<object?>)[
                row.Participant.CommitteeName, row.Participant.BranchName, row.Result.SelfScore, row.Result.Superior, row.Result.Composite, row.Result.Computed?.ToString(), row.Result.Grade?.ToString(), row.Result.Remark])]),
            new("另行决定", Heads("二级党组织", "党支部", "等级", "理由", "办理人", "时间"), [.. decisions.Select(row => (IReadOnlyList<object?>)[
                branches.GetValueOrDefault(row.ParticipantId)?.CommitteeName, branches.GetValueOrDefault(row.ParticipantId)?.BranchName, row.Grade.ToString(), row.Reason, row.DecidedBy, Show(row.DecidedAt)])]),
            new("越级特批", Heads("二级党组织", "党支部", "批准", "理由", "文号"), [.. waivers.Select(row => (IReadOnlyList<object?>)[
                branches.GetValueOrDefault(row.ParticipantId)?.CommitteeName, branches.GetValueOrDefault(row.ParticipantId)?.BranchName, row.ApprovedBy, row.Reason, row.DocumentNumber])]),
            new("规则修改", Heads("规则", "原来", "现在", "理由", "时间"), [.. round.RuleChanges.OrderBy(change => change.At).Select(change => (IReadOnlyList<object?>)[change.Rule, change.Before, change.After, change.Reason, Show(change.At)])]),
        ];
    }

    private async Task<IReadOnlyList<Table>> PublicationAsync(GradingRound round, RoundSheet sheet, CancellationToken cancellationToken)
    {
        var branches = await BranchesAsync(round, cancellationToken);
        var changes = await db.GradeChanges.AsNoTracking().Where(change => change.RoundId == round.Id).OrderBy(change => change.Id).ToListAsync(cancellationToken);
        var published = round.Publication;
        return
        [
            new("公示", Heads("项目", "内容"), published is null ? [["公示", "还没有公示"]] :
            [
                ["学校党委会议", $"{published.MeetingDate:yyyy年M月d日}"], ["文号", published.DocumentNumber], ["公示", $"{Show(published.PublishedAt)}，{published.PublishedBy}"],
                ["公示到", $"{published.PublicityEndsOn:yyyy年M月d日}"], ["定级", published.FinalAt is null ? "还没有定级" : $"{Show(published.FinalAt)}，{published.FinalBy}"],
            ]),
            new("公示的等级", Heads("二级党组织", "党支部", "等级"), published is null ? [] : [.. sheet.Rows.Select(row => (IReadOnlyList<object?>)[row.Participant.CommitteeName, row.Participant.BranchName, row.Result.Grade?.ToString()])]),
            new("改定和更正", Heads("二级党组织", "党支部", "类别", "原等级", "现等级", "理由", "文号", "时间"), [.. changes.Select(change => (IReadOnlyList<object?>)[
                branches.GetValueOrDefault(change.ParticipantId)?.CommitteeName, branches.GetValueOrDefault(change.ParticipantId)?.BranchName, change.IsCorrection ? "更正" : "公示期改定",
                change.From.ToString(), change.To.ToString(), change.Reason, change.DocumentNumber, Show(change.At)])]),
        ];
    }

    private async Task<Dictionary<int, Participant>> BranchesAsync(GradingRound round, CancellationToken cancellationToken) =>
        (await db.ParticipantsAsync(round.Id, cancellationToken)).ToDictionary(participant => participant.Id);

    private string? Show(DateTime? at) => at is { } moment ? clock.ShowMoment(moment) : null;

    private static IReadOnlyList<TableColumn> Heads(params string[] names) =>
        [.. names.Select(name => new TableColumn(name, name is "内容" or "理由" or "说明" ? 50 : name is "二级党组织" or "党支部" ? 28 : 14, IsNumber: false))];
}
