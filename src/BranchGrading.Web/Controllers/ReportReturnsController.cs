using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.ReportReturns;
using BranchGrading.Web.Views.Reports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The department gives back a committee's report, or one branch of it, with the reason.</summary>
[Authorize(Policies.RunRound)]
public sealed class ReportReturnsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/reports/{committeeId:int}/return")]
    public async Task<IActionResult> Create(int roundId, int committeeId, int? branch, CancellationToken cancellationToken) =>
        await FindAsync(roundId, committeeId, cancellationToken) is { MayReturn: true } page ? View("Create", new ReturnPage(page, new ReturnForm { ParticipantId = branch })) : NotFound();

    [HttpPost("/rounds/{roundId:int}/reports/{committeeId:int}/return")]
    public async Task<IActionResult> Create(int roundId, int committeeId, ReturnForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, committeeId, cancellationToken) is not { } report)
            return NotFound();
        var page = new ReturnPage(report, form);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        try
        {
            await db.ReturnReportAsync(roundId, committeeId, User.Viewer(), form.ParticipantId, form.Reason, clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message);
        }

        var what = report.Branches.FirstOrDefault(branch => branch.Participant.Id == form.ParticipantId) is { } branch ? $"「{branch.Participant.BranchName}」" : "整份报告";
        return this.Done(report.Address, $"{what}已退回{report.CommitteeName}，组织员会先看到理由。");
    }

    private Task<ReportPage?> FindAsync(int roundId, int committeeId, CancellationToken cancellationToken) => db.ReportPageAsync(roundId, committeeId, User.Viewer(), clock, cancellationToken);
}
