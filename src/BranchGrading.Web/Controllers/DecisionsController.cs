using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The department's decision on one branch: chosen, its effect shown, then confirmed (§3.7).</summary>
[Authorize(Policies.RunRound)]
public sealed class DecisionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/participants/{participantId:int}/decision")]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken) =>
        await PageAsync(participantId, null, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    /// <summary>Shows what the decision would move, and refuses one that the rules forbid.</summary>
    [HttpPost("/participants/{participantId:int}/decision/preview")]
    public async Task<IActionResult> Preview(int participantId, DecisionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.Version != page.Version)
            return this.Stale("Edit", form, page.Known, page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        var candidates = await db.CandidatesAsync(page.Round, cancellationToken);
        var before = GradingService.Grade(candidates, page.Round.Rules, page.Round.Transfers());
        var decision = new GradeDecision(form.Grade!.Value, form.Reason);
        var after = GradingService.Grade(
            candidates.ConvertAll(candidate => candidate.ParticipantId == participantId ? candidate with { Decision = decision } : candidate), page.Round.Rules, page.Round.Transfers());
        if (DecisionRules.WhyNot(before, after) is { } why)
            return this.Refused("Edit", page, why, "Form.Grade");
        return View("Preview", page with { Moves = DecisionRules.MovedBy(before, after).Where(move => move.ParticipantId != participantId).ToList() });
    }

    [HttpPost("/participants/{participantId:int}/decision")]
    public async Task<IActionResult> Edit(int participantId, DecisionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.Version != page.Version)
            return this.Stale("Edit", form, page.Known, page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ActOnRoundAsync(page.Round.Id, async round =>
            {
                round.RequireOpen();
                var (by, now) = (User.Viewer().Name, clock.UtcNow);
                var known = await db.Decisions.SingleOrDefaultAsync(decision => decision.ParticipantId == participantId, cancellationToken);
                if ((known?.Version ?? Guid.Empty) != form.Version)
                    throw new DbUpdateConcurrencyException();
                if (known is not null)
                    known.Change(form.Grade!.Value, form.Reason, by, now);
                else
                    db.Add(new FinalDecision(participantId, form.Grade!.Value, form.Reason, by, now));
                db.Audit.Describe(AuditEvent.GradeDecided, $"{round.Year} 年度 {page.Participant.BranchName}：{form.Grade}", form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message, "Form.Grade");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            var fresh = (await PageAsync(participantId, form, cancellationToken))!;
            return this.Stale("Edit", form, fresh.Known, fresh);
        }

        return this.Done($"/rounds/{page.Round.Id}/grades/{participantId}", $"「{page.Participant.BranchName}」评为 {form.Grade}。");
    }

    [HttpPost("/participants/{participantId:int}/decision/removal")]
    public async Task<IActionResult> Delete(int participantId, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, null, cancellationToken) is not { Grade.Decision: not null } page)
            return NotFound();
        await db.ActOnRoundAsync(page.Round.Id, async round =>
        {
            round.RequireOpen();
            db.RemoveRange(await db.Decisions.Where(decision => decision.ParticipantId == participantId).ToListAsync(cancellationToken));
            db.Audit.Describe(AuditEvent.DecisionWithdrawn, $"{round.Year} 年度 {page.Participant.BranchName}");
        }, cancellationToken);
        return this.Done($"/rounds/{page.Round.Id}/grades/{participantId}", "决定已撤回，等级按规则重新计算。");
    }

    private async Task<DecisionPage?> PageAsync(int participantId, DecisionForm? form, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var roundId = await db.Participants.Where(participant => participant.Id == participantId).Select(participant => participant.RoundId).SingleOrDefaultAsync(cancellationToken);
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { Publication: null } round
            || await db.FindGradeAsync(round, participantId, viewer, cancellationToken) is not { } grade)
            return null;
        var known = new DecisionForm { Grade = grade.Decision?.Grade ?? grade.Result.Computed, Reason = grade.Decision?.Reason ?? "", Version = grade.Decision?.Version ?? Guid.Empty };
        return new DecisionPage(round, grade, form ?? known, known, []);
    }
}
