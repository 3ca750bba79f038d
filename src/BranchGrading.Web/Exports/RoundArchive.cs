using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Works;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Exports;

/// <summary>
/// 年度档案: all forms, reports, ballots' records, decisions, publication and hand-ins of a round, and the end of the audit's chain, in one zip with an index
/// that names every file with its size and SHA-256.
/// </summary>
public sealed class RoundArchive(GradingDbContext db, SchoolProfile school, HandInDesk handIns, SchoolClock clock)
{
    public async Task<WorkFile> PackAsync(int roundId, Viewer viewer, Work work, CancellationToken cancellationToken)
    {
        var round = (await db.FindRoundAsync(viewer, roundId, cancellationToken))!;
        var settings = await school.GetAsync(cancellationToken);
        var sheet = await db.SheetAsync(round, cancellationToken);
        var units = await db.HandInsAsync(round, null, cancellationToken);
        var parts = new List<Part>();
        using var stream = new MemoryStream();
        await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            async Task AddAsync(string folder, string name, string what, byte[] content)
            {
                var path = FormNames.Unique(parts.Where(part => part.Folder == folder).Select(part => part.Name).Append(name))[^1];
                await using (var entry = await archive.CreateEntry($"{folder}/{path}").OpenAsync(cancellationToken))
                    await entry.WriteAsync(content, cancellationToken);
                parts.Add(new Part(folder, path, what, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
            }

            foreach (var (unit, index) in units.Select((unit, index) => (unit, index)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                work.Report(index, units.Count + 2, $"已完成 {index} / {units.Count} 个二级党组织。");
                await AddAsync("附表3", FormNames.File("附表3", round.Year, unit.Name), unit.Name,
                    InvestigationForm.Write(await db.PapersOfCommitteeAsync(round, unit.CommitteeId, true, cancellationToken), sheet, true, settings));
                await AddAsync("附表4", FormNames.File("附表4", round.Year, unit.Name), unit.Name, SummaryForm.Write(sheet, SummaryFormScope.Committee(unit.CommitteeId, true), settings));
                await AddAsync("附表5", FormNames.File("附表5", round.Year, unit.Name), unit.Name,
                    RectificationForm.Write(await db.RectificationAsync(round, unit.CommitteeId, settings.RectificationListsAll, cancellationToken), round, unit.Name, false, settings));
                foreach (var handIn in unit.Standing.Versions)
                {
                    foreach (var file in handIn.Files)
                    {
                        var frozen = await handIns.OpenAsync(file, cancellationToken);
                        var what = $"{unit.Name} 第 {handIn.Number} 版，校验码 {HandIn.Grouped(handIn.CheckCode)}";
                        await AddAsync("报送", $"第{handIn.Number}版-{(frozen is null ? file.FileName + ".缺失.txt" : file.FileName)}", frozen is null ? what + "：文件与报送时冻结的不一致，没有收入" : what,
                            frozen ?? Encoding.UTF8.GetBytes($"这个文件和报送时冻结的不一样了。报送时的 SHA-256：{file.Sha256}"));
                    }
                }
            }

            work.Report(units.Count, units.Count + 2, "正在写全校的表和记录。");
            await AddAsync("附表4", FormNames.File("附表4", round.Year, settings.UnitName), "全校", SummaryForm.Write(sheet, SummaryFormScope.School, settings));
            await AddAsync("附表5", FormNames.File("附表5", round.Year, settings.UnitName), "全校",
                RectificationForm.Write(await db.RectificationAsync(round, null, settings.RectificationListsAll, cancellationToken), round, settings.UnitName, true, settings));
            await AddAsync("记录", "初评意见报告.xlsx", "各二级党组织的报告、缺报和退回", Table.Write(await ReportsAsync(round, cancellationToken)));
            await AddAsync("记录", "自我评价报告.xlsx", "各支部的报告正文", Table.Write([await TextsAsync(round, cancellationToken)]));
            await AddAsync("记录", "民主测评.xlsx", "党员测评、群众测评的票数", Table.Write([await BallotsAsync(round, cancellationToken)]));
            await AddAsync("记录", "评定.xlsx", "计算、决定、特批和规则修改", Table.Write(await DecisionsAsync(round, sheet, cancellationToken)));
            await AddAsync("记录", "公示与定级.xlsx", "公示、改定和更正", Table.Write(await PublicationAsync(round, sheet, cancellationToken)));
            await AddAsync("记录", "报送情况.xlsx", "各二级党组织的报送", Table.Write([Views.HandIns.HandInList.Sheet(units, clock.UtcNow, clock)]));
            // The archive itself is told of first: its row is in the chain whose end the archive carries.
            await db.RecordAsync(AuditEvent.RoundArchived, $"{round.Year} 年度", null, cancellationToken);
            var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
            await AddAsync("记录", "操作记录的链尾.txt", "做档案时操作记录的最后一条", Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"操作记录共 {head.Sequence} 条，最后一条的哈希值：\n{head.Hash}\n")));
            await using var index2 = await archive.CreateEntry("目录.html").OpenAsync(cancellationToken);
            await index2.WriteAsync(Encoding.UTF8.GetBytes(IndexOf(round, settings.UnitName, viewer.Name, parts)), cancellationToken);
        }

        return new WorkFile(stream.ToArray(), FormDesk.Zip, FormNames.File("年度档案", round.Year, settings.UnitName, "zip"));
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
            .Select(text => (IReadOnlyList<object?>)[branch.CommitteeName, branch.BranchName, Domain.Assessments.AssessmentWords.Word(text.Section), text.Content]))]);
    }

    private async Task<Table> BallotsAsync(GradingRound round, CancellationToken cancellationToken)
    {
        var branches = await BranchesAsync(round, cancellationToken);
        var votes = (await db.Evaluations.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToListAsync(cancellationToken)).ToLookup(row => row.ParticipantId);
        return new("民主测评", Heads("二级党组织", "党支部", "测评", "应到", "发出", "收回", "有效", "好", "较好", "一般", "差"), [.. branches.Values.SelectMany(branch => votes[branch.Id].OrderBy(vote => vote.Panel)
            .Select(vote => (IReadOnlyList<object?>)[
                branch.CommitteeName, branch.BranchName, vote.Panel == Domain.Assessments.Panel.Members ? "党员测评" : "群众测评",
                vote.Count.Expected, vote.Count.Issued, vote.Count.Returned, vote.Count.Valid, vote.Count.Good, vote.Count.FairlyGood, vote.Count.Fair, vote.Count.Poor]))]);
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

    private string IndexOf(GradingRound round, string unit, string by, IReadOnlyList<Part> parts)
    {
        var text = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>年度档案目录</title></head><body>");
        text.Append(CultureInfo.InvariantCulture, $"<h1>{Html(unit)} {round.Year} 年度党支部分类定级档案</h1><p>{Html(by)}，{clock.ShowMoment(clock.UtcNow)} 生成，共 {parts.Count} 个文件。</p>");
        foreach (var folder in parts.GroupBy(part => part.Folder))
        {
            text.Append(CultureInfo.InvariantCulture, $"<h2>{folder.Key}</h2><table border=\"1\"><tr><th>文件</th><th>内容</th><th>字节</th><th>SHA-256</th></tr>");
            foreach (var part in folder)
                text.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"{Uri.EscapeDataString(part.Folder)}/{Uri.EscapeDataString(part.Name)}\">{Html(part.Name)}</a></td><td>{Html(part.What)}</td><td>{part.Size}</td><td>{part.Sha256}</td></tr>");
            text.Append("</table>");
        }

        return text.Append("</body></html>").ToString();
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private sealed record Part(string Folder, string Name, string What, long Size, string Sha256);
}
