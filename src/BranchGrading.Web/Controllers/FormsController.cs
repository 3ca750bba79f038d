using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Forms;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The official forms of a round as files. Every file handed out is audited, so they are posted for, and as often as wanted.</summary>
[Authorize(Policies.ExportForms)]
[Route("/rounds/{roundId:int}/forms")]
public sealed class FormsController(GradingDbContext db, SchoolProfile school, WorkRunner works) : Controller
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [HttpGet("")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken) =>
        await FindAsync(roundId, cancellationToken) is { } round ? View("Index", await PageAsync(round, cancellationToken)) : NotFound();

    /// <summary>The school's 附表4.</summary>
    [HttpPost("summary"), NoFormKey, Authorize(Policies.RunRound)]
    public async Task<IActionResult> CreateSchoolSummary(int roundId, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, cancellationToken) is not { } round)
            return NotFound();
        Require(await PageAsync(round, cancellationToken));
        var viewer = User.Viewer();
        var work = await works.StartAsync(db.Audit, $"{round.Year} 年度全校附表4", (services, progress, cancelled) => WriteSchoolAsync(services, viewer, roundId, progress, cancelled));
        return work.Result?.File is { } file ? File(file.Content, file.ContentType, file.Name) : Redirect($"/works/{work.Id}");
    }

    /// <summary>A committee's 附表4; its officer reads the school's grades once they are published.</summary>
    [HttpPost("summary/{committeeId:int}"), NoFormKey]
    public async Task<IActionResult> CreateSummary(int roundId, int committeeId, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, cancellationToken) is not { } round)
            return NotFound();
        var page = await PageAsync(round, cancellationToken);
        if (page.Committees.FirstOrDefault(known => known.Id == committeeId) is not { } committee)
            return NotFound();
        Require(page);
        var scope = SummaryFormScope.Committee(committeeId, User.Viewer().IsDepartment || round.Publication is not null);
        var content = SummaryForm.Write(await db.SheetAsync(round, cancellationToken), scope, await school.GetAsync(cancellationToken));
        return await HandOutAsync(content, FormNames.File(SummaryForm.Label, round.Year, committee.Name), cancellationToken);
    }

    /// <summary>All committees' 附表4 in one zip.</summary>
    [HttpPost("archive"), NoFormKey, Authorize(Policies.RunRound)]
    public async Task<IActionResult> CreateArchive(int roundId, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, cancellationToken) is not { } round)
            return NotFound();
        Require(await PageAsync(round, cancellationToken));
        var viewer = User.Viewer();
        var work = await works.StartAsync(db.Audit, $"{round.Year} 年度各单位附表4", (services, progress, cancelled) => PackAsync(services, viewer, roundId, progress, cancelled));
        return Redirect($"/works/{work.Id}");
    }

    private static async Task<WorkResult> WriteSchoolAsync(IServiceProvider services, Viewer viewer, int roundId, Work work, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<GradingDbContext>();
        work.Report(0, 2, "正在计算各支部的等级。");
        var sheet = await db.SheetAsync((await db.FindRoundAsync(viewer, roundId, cancellationToken))!, cancellationToken);
        work.Report(1, 2, $"正在写 {sheet.Rows.Count} 个支部。");
        var settings = await services.GetRequiredService<SchoolProfile>().GetAsync(cancellationToken);
        var name = FormNames.File(SummaryForm.Label, sheet.Round.Year, settings.UnitName);
        var content = SummaryForm.Write(sheet, SummaryFormScope.School, settings);
        await db.RecordAsync(AuditEvent.FormExported, name, null, cancellationToken);
        return new WorkResult("已做好。", File: new WorkFile(content, Xlsx, name));
    }

    private static async Task<WorkResult> PackAsync(IServiceProvider services, Viewer viewer, int roundId, Work work, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<GradingDbContext>();
        var round = (await db.FindRoundAsync(viewer, roundId, cancellationToken))!;
        var sheet = await db.SheetAsync(round, cancellationToken);
        var settings = await services.GetRequiredService<SchoolProfile>().GetAsync(cancellationToken);
        var content = SummaryArchive.Write(sheet, settings, (done, total) => work.Report(done, total, $"已完成 {done} / {total} 个二级党组织。"), cancellationToken);
        var name = FormNames.File(SummaryForm.Label, round.Year, "各二级党组织", "zip");
        await db.RecordAsync(AuditEvent.FormExported, name, null, cancellationToken);
        return new WorkResult("已做好，下载后解压，每个二级党组织一个文件。", File: new WorkFile(content, "application/zip", name));
    }

    private Task<GradingRound?> FindAsync(int roundId, CancellationToken cancellationToken) => db.FindRoundAsync(User.Viewer(), roundId, cancellationToken);

    private async Task<FormsPage> PageAsync(GradingRound round, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var participants = db.Participants.AsNoTracking()
            .Where(participant => participant.RoundId == round.Id && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));
        if (!viewer.IsDepartment)
        {
            var own = db.Committees.LedBy(viewer).Select(committee => committee.Id);
            participants = participants.Where(participant => own.Contains(participant.CommitteeId));
        }

        var branches = await participants.OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .Select(participant => new { participant.CommitteeId, participant.CommitteeName, IsReviewed = db.Reviews.Any(review => review.ParticipantId == participant.Id) })
            .ToListAsync(cancellationToken);
        return new FormsPage(round, viewer.IsDepartment, branches.GroupBy(branch => branch.CommitteeId)
            .Select(committee => new FormsPage.Unit(committee.Key, committee.First().CommitteeName, committee.Count(), committee.Count(branch => branch.IsReviewed))).ToList());
    }

    private static void Require(FormsPage page)
    {
        if (!page.CanExport)
            throw new RuleViolationException("要有第一份初评结果，才能生成报表。");
    }

    private async Task<IActionResult> HandOutAsync(byte[] content, string name, CancellationToken cancellationToken)
    {
        await db.RecordAsync(AuditEvent.FormExported, name, null, cancellationToken);
        return File(content, Xlsx, name);
    }
}
