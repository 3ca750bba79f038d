using System.Globalization;
using System.Text;
using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Attachments;
using BranchGrading.Web.Works;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Exports;

/// <summary>
/// 年度档案: all forms, standards, points, reports, ballots' records, decisions, publication and hand-ins of a round with their scans, and the end of the audit's chain, in one zip
/// with an index that names every file with its size and SHA-256. It is written to the disk, one file after the other.
/// </summary>
public sealed class RoundArchive(GradingDbContext db, SchoolProfile school, RoundRecords records, HandInDesk handIns, AttachmentStore store, WorkFolder folder, SchoolClock clock)
{
    /// <returns>The zip, and of how many files of hand-ins it could only say that they are not what they were.</returns>
    /// <exception cref="RuleViolationException">The disk is nearly full.</exception>
    public async Task<(WorkFile File, int Lost)> PackAsync(int roundId, Viewer viewer, Work work, CancellationToken cancellationToken)
    {
        if (store.IsFull)
            throw Full();
        var round = (await db.FindRoundAsync(viewer, roundId, cancellationToken))!;
        var name = FormNames.File("年度档案", round.Year, (await school.GetAsync(cancellationToken)).UnitName, "zip");
        var file = folder.Create();
        var packed = new WorkFile(file.Name, FormDesk.Zip, name);
        try
        {
            // Closed before it is forgotten: an open file cannot be deleted everywhere.
            await using (file)
            await using (var archive = new ArchiveWriter(file, SchoolTime.Local(clock.UtcNow)))
                return (packed, await WriteAsync(archive, round, viewer, work, cancellationToken));
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested && store.IsFull)
        {
            packed.Forget();
            throw Full();
        }
        catch
        {
            packed.Forget();
            throw;
        }
    }

    private static RuleViolationException Full() => new("服务器的磁盘快满了，暂时不能做档案。请告诉系统管理员，稍后再试。");

    private async Task<int> WriteAsync(ArchiveWriter archive, GradingRound round, Viewer viewer, Work work, CancellationToken cancellationToken)
    {
        var settings = await school.GetAsync(cancellationToken);
        var sheet = await db.SheetAsync(round, cancellationToken);
        var units = await db.HandInsAsync(round, null, cancellationToken);
        var folders = FormNames.Unique(units.Select(unit => FormNames.Folder(unit.Name)));
        var lost = 0;
        foreach (var (index, unit) in units.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            work.Report(index, units.Count + 1, $"已完成 {index} / {units.Count} 个二级党组织。");
            if (unit.Branches > 0)
                await AddFormsAsync(archive, round, unit, sheet, settings, cancellationToken);
            lost += await AddHandInsAsync(archive, $"报送/{folders[index]}", unit, cancellationToken);
        }

        work.Report(units.Count, units.Count + 1, "正在写全校的表和记录。");
        await archive.AddAsync("附表4", FormNames.File("附表4", round.Year, settings.UnitName), "全校", SummaryForm.Write(sheet, SummaryFormScope.School, settings), cancellationToken);
        await archive.AddAsync("附表5", FormNames.File("附表5", round.Year, settings.UnitName), "全校",
            RectificationForm.Write(await db.RectificationAsync(round, null, settings.RectificationListsAll, cancellationToken), round, settings.UnitName, true, settings), cancellationToken);
        foreach (var (name, what, content) in await records.WriteAsync(round, sheet, units, cancellationToken))
            await archive.AddAsync("记录", name, what, content, cancellationToken);
        // The archive itself is told of first: its row is in the chain whose end the archive carries.
        await db.RecordAsync(AuditEvent.RoundArchived, $"{round.Year} 年度", null, cancellationToken);
        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        await archive.AddAsync("记录", "操作记录的链尾.txt", "做档案时操作记录的最后一条：序号和哈希值", Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"操作记录共 {head.Sequence} 条，最后一条的哈希值：\n{head.Hash}\n")), cancellationToken);
        await archive.CloseAsync($"{settings.UnitName} {round.Year} 年度党支部分类定级档案", NotesOf(archive, viewer, lost), cancellationToken);
        return lost;
    }

    private static async Task AddAsync(ArchiveWriter archive, string label, GradingRound round, CommitteeHandIns unit, byte[] content, CancellationToken cancellationToken) =>
        await archive.AddAsync(label, FormNames.File(label, round.Year, unit.Name), unit.Name, content, cancellationToken);

    private async Task AddFormsAsync(ArchiveWriter archive, GradingRound round, CommitteeHandIns unit, RoundSheet sheet, SchoolSettings settings, CancellationToken cancellationToken)
    {
        await AddAsync(archive, InvestigationForm.Label, round, unit, InvestigationForm.Write(await db.PapersOfCommitteeAsync(round, unit.CommitteeId, true, cancellationToken), sheet, true, settings), cancellationToken);
        await AddAsync(archive, SummaryForm.Label, round, unit, SummaryForm.Write(sheet, SummaryFormScope.Committee(unit.CommitteeId, true), settings), cancellationToken);
        await AddAsync(archive, RectificationForm.Label, round, unit,
            RectificationForm.Write(await db.RectificationAsync(round, unit.CommitteeId, settings.RectificationListsAll, cancellationToken), round, unit.Name, false, settings), cancellationToken);
    }

    /// <summary>Every version as it was frozen, with its scans; of a file that is not what it was, a note says so in its place.</summary>
    private async Task<int> AddHandInsAsync(ArchiveWriter archive, string folder, CommitteeHandIns unit, CancellationToken cancellationToken)
    {
        var lost = 0;
        var scans = await db.ScansAsync([.. unit.Standing.Versions.Select(handIn => handIn.Id)], cancellationToken);
        foreach (var handIn in unit.Standing.Versions)
        {
            var what = $"{unit.Name} 第 {handIn.Number} 版{(handIn.IsSentBack ? "（已退回）" : "")}，校验码 {HandIn.Grouped(handIn.CheckCode)}";
            foreach (var frozen in handIn.Files.OrderBy(frozen => frozen.Form))
                await TakeAsync($"第{handIn.Number}版-{frozen.FileName}", $"{frozen.Form}：{what}", frozen.Sha256, await handIns.OpenAsync(frozen, cancellationToken));
            foreach (var scan in scans[handIn.Id])
                await TakeAsync($"第{handIn.Number}版-签字页-{NameOf(scan)}", $"签字盖章页：{what}", scan.Sha256, await store.ReadAsync(scan.StoredName, scan.Sha256, cancellationToken));
        }

        return lost;

        async Task TakeAsync(string name, string told, string sha256, byte[]? content)
        {
            if (content is not null)
            {
                await archive.AddAsync(folder, name, told, content, cancellationToken);
                return;
            }

            lost++;
            await archive.AddAsync(folder, name + ".缺失.txt", $"{told}。文件丢失或被改动，没有收入", Encoding.UTF8.GetBytes(
                $"这个文件丢失了，或者和收下时不一样了，没有收入档案；请从备份恢复。\n收下时的 SHA-256：{sha256}\n"), cancellationToken, isLost: true);
        }
    }

    private static string NameOf(Attachment scan) => $"{FormNames.Folder(Path.GetFileNameWithoutExtension(scan.FileName))}.{scan.Extension}";

    private IReadOnlyList<string> NotesOf(ArchiveWriter archive, Viewer viewer, int lost) =>
    [
        $"{viewer.Name}，{clock.ShowMoment(clock.UtcNow)} 生成，共 {archive.Count} 个文件。每个文件的 SHA-256 列在下面，也写在「{ArchiveWriter.Sums}」里：解压后在这个文件夹里运行 sha256sum -c {ArchiveWriter.Sums}，能核对有没有被改动。",
        .. lost > 0 ? [$"注意：报送的文件里有 {lost} 个丢失或被改动，没有收入，下面用红字标出。"] : Array.Empty<string>(),
        "「附表3」「附表4」「附表5」是现在生成的；「报送」里是各单位当时报送、冻结的各版和签字盖章页的扫描件。民主测评只有合计票数，有效票少于 5 张的不列各档票数。支部上传的佐证材料不在档案里。",
    ];
}
