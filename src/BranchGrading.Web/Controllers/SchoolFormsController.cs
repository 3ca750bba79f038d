using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Forms;
using BranchGrading.Web.Works;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The school's own forms, and all committees' in one zip: long work, for the department.</summary>
[Authorize(Policies.RunRound)]
[Route("/rounds/{roundId:int}/forms")]
public sealed class SchoolFormsController(GradingDbContext db, FormDesk desk, WorkRunner works) : Controller
{
    private const string ZipText = "已做好，下载后解压，每个二级党组织一个文件。";

    /// <summary>The school's 附表4.</summary>
    [HttpPost("summary"), NoFormKey]
    public Task<IActionResult> CreateSummary(int roundId, CancellationToken cancellationToken) =>
        StartAsync(roundId, "全校附表4", "已做好。", (own, page, work, cancelled) => own.WriteSchoolAsync(FormKind.Summary, page, work, cancelled), cancellationToken);

    /// <summary>The school's 附表5.</summary>
    [HttpPost("rectification"), NoFormKey]
    public Task<IActionResult> CreateRectification(int roundId, CancellationToken cancellationToken) =>
        StartAsync(roundId, "全校附表5", "已做好。", (own, page, work, cancelled) => own.WriteSchoolAsync(FormKind.Rectification, page, work, cancelled), cancellationToken);

    /// <summary>All committees' 附表3.</summary>
    [HttpPost("investigation/archive"), NoFormKey]
    public Task<IActionResult> PackInvestigation(int roundId, CancellationToken cancellationToken) =>
        StartAsync(roundId, "各单位附表3", ZipText, (own, page, work, cancelled) => own.PackAsync(FormKind.Investigation, page, work, cancelled), cancellationToken);

    /// <summary>All committees' 附表4.</summary>
    [HttpPost("summary/archive"), NoFormKey]
    public Task<IActionResult> PackSummary(int roundId, CancellationToken cancellationToken) =>
        StartAsync(roundId, "各单位附表4", ZipText, (own, page, work, cancelled) => own.PackAsync(FormKind.Summary, page, work, cancelled), cancellationToken);

    /// <summary>All committees' 附表5.</summary>
    [HttpPost("rectification/archive"), NoFormKey]
    public Task<IActionResult> PackRectification(int roundId, CancellationToken cancellationToken) =>
        StartAsync(roundId, "各单位附表5", ZipText, (own, page, work, cancelled) => own.PackAsync(FormKind.Rectification, page, work, cancelled), cancellationToken);

    private async Task<IActionResult> StartAsync(
        int roundId, string what, string done, Func<FormDesk, FormsPage, Work, CancellationToken, Task<WorkFile>> write, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await desk.FindAsync(roundId, viewer, cancellationToken) is not { } page)
            return NotFound();
        page.RequireExport();
        var work = await works.StartAsync(db.Audit, $"{page.Round.Year} 年度{what}", async (services, work, cancelled) =>
        {
            var own = services.GetRequiredService<FormDesk>();
            return new WorkResult(done, File: await write(own, (await own.FindAsync(roundId, viewer, cancelled))!, work, cancelled));
        });
        return work.Result?.File is { ContentType: not FormDesk.Zip } file ? this.HandOut(file) : Redirect($"/works/{work.Id}");
    }
}
