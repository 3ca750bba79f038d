using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Waivers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>特批: approved exceptions from 不越级晋升 (§3.5c).</summary>
[Authorize(Policies.RunRound)]
public sealed class WaiversController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/participants/{participantId:int}/waiver")]
    public async Task<IActionResult> Create(int participantId, CancellationToken cancellationToken) =>
        await FindAsync(participantId, cancellationToken) is { } participant ? View("Create", new WaiverPage(participant, new WaiverForm())) : NotFound();

    [HttpPost("/participants/{participantId:int}/waiver")]
    public async Task<IActionResult> Create(int participantId, WaiverForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(participantId, cancellationToken) is not { } participant)
            return NotFound();
        var page = new WaiverPage(participant, form);
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        try
        {
            await db.ActOnRoundAsync(participant.RoundId, async round =>
            {
                round.RequireOpen();
                if (await db.WhyKeepAwayAsync(User.Viewer(), round.Id, [participantId], cancellationToken) is { } why)
                    throw new RuleViolationException(why);
                if (await db.Waivers.AnyAsync(waiver => waiver.ParticipantId == participantId, cancellationToken))
                    throw new RuleViolationException("这个支部已经登记过特批；要改，请先撤销。");
                db.Add(new LevelSkippingWaiver(participantId, form.ApprovedBy, form.Reason, form.DocumentNumber, User.Viewer().Name, clock.UtcNow));
                db.Audit.Describe(AuditEvent.WaiverGranted, $"{round.Year} 年度 {participant.BranchName}：{form.DocumentNumber}", form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message);
        }

        return this.Done($"/rounds/{participant.RoundId}/grades/{participantId}", "特批已登记，等级已重新计算。");
    }

    [HttpPost("/participants/{participantId:int}/waiver/removal")]
    public async Task<IActionResult> Delete(int participantId, CancellationToken cancellationToken)
    {
        if (await FindAsync(participantId, cancellationToken) is not { } participant)
            return NotFound();
        await db.ActOnRoundAsync(participant.RoundId, async round =>
        {
            round.RequireOpen();
            db.Remove(await db.Waivers.SingleOrDefaultAsync(waiver => waiver.ParticipantId == participantId, cancellationToken)
                ?? throw new RuleViolationException("这个支部没有登记特批，不用撤销。"));
            db.Audit.Describe(AuditEvent.WaiverWithdrawn, $"{round.Year} 年度 {participant.BranchName}");
        }, cancellationToken);
        return this.Done($"/rounds/{participant.RoundId}/grades/{participantId}", "特批已撤销，等级已重新计算。");
    }

    private Task<Participant?> FindAsync(int participantId, CancellationToken cancellationToken) => db.Participants.AsNoTracking()
        .SingleOrDefaultAsync(participant => participant.Id == participantId && participant.Round.Publication == null
            && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId), cancellationToken);
}
