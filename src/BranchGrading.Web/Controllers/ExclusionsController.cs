using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Participants;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>Leaving a branch out of a round, with a reason, and taking it in again.</summary>
[Authorize(Policies.RunRound)]
public sealed class ExclusionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/exclusions/{branchId:int}")]
    public async Task<IActionResult> Create(int roundId, int branchId, CancellationToken cancellationToken) =>
        await FindAsync(roundId, branchId, cancellationToken) is { } form ? View("~/Views/Participants/Exclude.cshtml", form) : NotFound();

    [HttpPost("/rounds/{roundId:int}/exclusions/{branchId:int}")]
    public async Task<IActionResult> Create(int roundId, int branchId, ExclusionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, branchId, cancellationToken) is not { } known)
            return NotFound();
        (form.RoundId, form.BranchId, form.Branch) = (roundId, branchId, known.Branch);
        if (!ModelState.IsValid)
            return this.Again("~/Views/Participants/Exclude.cshtml", form);
        try
        {
            await db.ActOnRoundAsync(roundId, async round =>
            {
                round.Exclude(branchId, form.Reason, User.Viewer().Name, clock.UtcNow);
                // Nobody could reach the decision any more, and it would come back unseen with the branch.
                db.RemoveRange(await db.Decisions.Where(decision => decision.Participant.RoundId == roundId && decision.Participant.BranchId == branchId).ToListAsync(cancellationToken));
                db.Audit.Describe(AuditEvent.BranchExcluded, $"{round.Year} 年度 {known.Branch}", form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("~/Views/Participants/Exclude.cshtml", form, refused.Message);
        }

        return this.Done($"/rounds/{roundId}/participants", $"「{known.Branch}」不参加本年度评定。");
    }

    [HttpPost("/rounds/{roundId:int}/exclusions/{branchId:int}/removal")]
    public async Task<IActionResult> Delete(int roundId, int branchId, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, branchId, cancellationToken) is not { } known)
            return NotFound();
        await db.ActOnRoundAsync(roundId, round =>
        {
            round.Include(branchId);
            db.Audit.Describe(AuditEvent.BranchIncluded, $"{round.Year} 年度 {known.Branch}");
            return Task.CompletedTask;
        }, cancellationToken);
        return this.Done($"/rounds/{roundId}/participants", $"「{known.Branch}」恢复参加评定。");
    }

    /// <summary>The branch, if it is one that the round knows: a participant, or before the opening an active branch.</summary>
    private async Task<ExclusionForm?> FindAsync(int roundId, int branchId, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { } round)
            return null;
        var name = round.IsOpened
            ? await db.Participants.Where(participant => participant.RoundId == roundId && participant.BranchId == branchId).Select(participant => participant.BranchName).SingleOrDefaultAsync(cancellationToken)
            : await db.Branches.Where(branch => branch.Id == branchId && branch.IsActive).Select(branch => branch.Name).SingleOrDefaultAsync(cancellationToken);
        return name is null ? null : new ExclusionForm { RoundId = roundId, BranchId = branchId, Branch = name };
    }
}
