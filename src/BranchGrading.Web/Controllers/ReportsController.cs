using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>初评意见报告: the committees' reports, and what a committee writes into its own.</summary>
public sealed class ReportsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/reports"), Authorize(Policies.SeeReports)]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var branches = await db.BranchProgressAsync(roundId, viewer, cancellationToken);
        var reports = await db.ReportsAsync(roundId, cancellationToken);
        var names = branches.ToDictionary(branch => branch.ParticipantId, branch => branch.BranchName);
        return View("Index", new ReportList(
            round, branches.ByCommittee().ConvertAll(committee => new ReportList.Row(committee, reports.GetValueOrDefault(committee.CommitteeId), names)), viewer.IsDepartment && round.WhyNotOpen is null));
    }

    [HttpGet("/rounds/{roundId:int}/reports/{committeeId:int}"), Authorize(Policies.SeeReview)]
    public async Task<IActionResult> Details(int roundId, int committeeId, CancellationToken cancellationToken) =>
        await db.ReportPageAsync(roundId, committeeId, User.Viewer(), clock, cancellationToken) is { } page ? View("Details", page) : NotFound();

    /// <param name="next">Where to go when it is saved: to the check before handing it up, or back.</param>
    [HttpPost("/rounds/{roundId:int}/reports/{committeeId:int}"), Authorize(Policies.Report)]
    public async Task<IActionResult> Edit(int roundId, int committeeId, ReportForm form, string? next, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.ReportPageAsync(roundId, committeeId, viewer, clock, cancellationToken) is not { } page || !page.Branches[0].MayReport)
            return NotFound();
        form.Name(page.Branches);
        var typed = page with { Form = form };
        if (!ModelState.IsValid)
            return this.Again("Details", typed);
        try
        {
            await db.DraftReportAsync(roundId, committeeId, viewer, form.Version, form.MeetingOn, form.Reasons, () => clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Details", typed, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            var fresh = (await db.ReportPageAsync(roundId, committeeId, viewer, clock, cancellationToken))!;
            return this.Stale("Details", form, fresh.Form, fresh with { Form = form });
        }

        return next == "submission" ? Redirect($"{page.Address}/submission") : this.Done(page.Address, "报告已保存，还没有上报。");
    }
}
