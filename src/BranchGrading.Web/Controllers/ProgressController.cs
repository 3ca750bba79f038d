using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Progress;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>Who has not started, is late or at risk, while a round is open; with the hand-in of forms also after that.</summary>
[Authorize(Policies.SeeRound)]
public sealed class ProgressController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/progress")]
    public async Task<IActionResult> Index(int roundId, ProgressFilter filter, CancellationToken cancellationToken) =>
        await FindAsync(roundId, filter, cancellationToken) is { } page ? View("Index", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/progress/export"), NoFormKey]
    public async Task<IActionResult> Export(int roundId, ProgressFilter filter, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, filter, cancellationToken) is not { } page)
            return NotFound();
        await db.RecordAsync(AuditEvent.FormExported, $"{page.Round.Year} 年度进度：{filter.Words}，{page.Found.Count} 个", null, cancellationToken);
        return File(Table.Write([ProgressPage.Sheet(page.Found, clock, filter.Kind)]), ImportsController.Workbook, $"{ProgressFilter.Tab(filter.Kind)}进度-{page.Round.Year}.xlsx");
    }

    private async Task<ProgressPage?> FindAsync(int roundId, ProgressFilter filter, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { } round || !filter.Holds(round))
            return null;
        var all = await db.PaceAsync(round, filter.Kind, viewer, clock.UtcNow, cancellationToken);
        var found = filter.Chosen(all).ToList();
        return new ProgressPage(round, all, filter, found, Pager.Of(filter.Page, ProgressPage.PageSize, found.Count, Request), viewer);
    }
}
