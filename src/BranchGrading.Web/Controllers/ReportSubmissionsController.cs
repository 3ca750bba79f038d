using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>Handing up a committee's report, after a look at what goes up.</summary>
[Authorize(Policies.Report)]
public sealed class ReportSubmissionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/reports/{committeeId:int}/submission")]
    public async Task<IActionResult> Create(int roundId, int committeeId, CancellationToken cancellationToken) =>
        await FindAsync(roundId, committeeId, cancellationToken) is { } page ? View("~/Views/Reports/Submission.cshtml", page) : NotFound();

    [HttpPost("/rounds/{roundId:int}/reports/{committeeId:int}/submission")]
    public async Task<IActionResult> Create(int roundId, int committeeId, Guid version, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, committeeId, cancellationToken) is not { } page)
            return NotFound();
        try
        {
            await db.SubmitReportAsync(roundId, committeeId, User.Viewer(), version, () => clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("~/Views/Reports/Submission.cshtml", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            var fresh = (await FindAsync(roundId, committeeId, cancellationToken))!;
            ModelState.Remove(nameof(version));
            return this.Refused("~/Views/Reports/Submission.cshtml", fresh, "您打开之后，别人改过这份报告。下面是最新的内容，看过再上报。");
        }

        return this.Done(page.Address, $"{page.CommitteeName}的初评意见报告已经上报党委组织部。");
    }

    private async Task<ReportPage?> FindAsync(int roundId, int committeeId, CancellationToken cancellationToken) =>
        await db.ReportPageAsync(roundId, committeeId, User.Viewer(), clock, cancellationToken) is { } page && page.Branches[0].MayReport ? page : null;
}
