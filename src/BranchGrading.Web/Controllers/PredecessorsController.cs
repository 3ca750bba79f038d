using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Predecessors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>前身等级: of a branch that was merged, split or renamed, the earlier grade that counts as its own (§3.5c, §5).</summary>
[Authorize(Policies.RunRound)]
public sealed class PredecessorsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const int ListedAtMost = 50;

    [HttpGet("/participants/{participantId:int}/predecessor")]
    public async Task<IActionResult> Edit(int participantId, string? q, CancellationToken cancellationToken) =>
        await PageAsync(participantId, q, null, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("/participants/{participantId:int}/predecessor")]
    public async Task<IActionResult> Edit(int participantId, string? q, PredecessorForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, q, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.Version != page.Known.Version)
            return this.Stale("Edit", form, page.Known, page);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.ActOnRoundAsync(page.Participant.RoundId, async round =>
            {
                round.RequireOpen();
                var (by, now) = (User.Viewer().Name, clock.UtcNow);
                var known = await db.PredecessorGrades.Include(row => row.Participant.Round).SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken);
                if ((known?.Version ?? Guid.Empty) != form.Version)
                    throw new DbUpdateConcurrencyException();
                var grade = await Others(page.Participant).Include(past => past.Branch).SingleOrDefaultAsync(past => past.Id == form.PastGradeId, cancellationToken)
                    ?? throw new RuleViolationException("没有这条历史等级，请重新选择。");
                if (known is not null)
                    known.Choose(grade, form.Reason, by, now);
                else
                    db.Add(new PredecessorGrade(await db.Participants.Include(row => row.Round).SingleAsync(row => row.Id == participantId, cancellationToken), grade, form.Reason, by, now));
                db.Audit.Describe(AuditEvent.PredecessorChosen, $"{round.Year} 年度 {page.Participant.BranchName}：{grade.Branch.Name} {grade.Year} 年 {grade.Grade}", form.Reason);
            }, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message, "Form.PastGradeId");
        }
        catch (DbUpdateConcurrencyException)
        {
            var fresh = (await PageAsync(participantId, q, form, cancellationToken))!;
            return this.Stale("Edit", form, fresh.Known, fresh);
        }

        return this.Done($"/rounds/{page.Participant.RoundId}/grades/{participantId}", "已采用前身等级，今年的等级重新计算。");
    }

    [HttpPost("/participants/{participantId:int}/predecessor/removal")]
    public async Task<IActionResult> Delete(int participantId, CancellationToken cancellationToken)
    {
        if (await FindAsync(participantId, cancellationToken) is not { } participant)
            return NotFound();
        await db.ActOnRoundAsync(participant.RoundId, async round =>
        {
            round.RequireOpen();
            db.Remove(await db.PredecessorGrades.SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken)
                ?? throw new RuleViolationException("这个支部没有采用前身等级，不用撤销。"));
            db.Audit.Describe(AuditEvent.PredecessorWithdrawn, $"{round.Year} 年度 {participant.BranchName}");
        }, cancellationToken);
        return this.Done($"/rounds/{participant.RoundId}/grades/{participantId}", "已撤销前身等级，今年的等级重新计算。");
    }

    private Task<Participant?> FindAsync(int participantId, CancellationToken cancellationToken) => db.Participants.AsNoTracking().Include(participant => participant.Round)
        .SingleOrDefaultAsync(participant => participant.Id == participantId && participant.Round.Publication == null, cancellationToken);

    /// <summary>Earlier grades of all other branches, dissolved ones too.</summary>
    private IQueryable<PastGrade> Others(Participant participant) => db.PastGrades.Where(grade => grade.BranchId != participant.BranchId && grade.Year < participant.Round.Year);

    private async Task<PredecessorPage?> PageAsync(int participantId, string? q, PredecessorForm? form, CancellationToken cancellationToken)
    {
        if (await FindAsync(participantId, cancellationToken) is not { } participant)
            return null;
        var chosen = await db.PredecessorGrades.AsNoTracking().SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken);
        var known = new PredecessorForm { PastGradeId = chosen?.PastGradeId, Reason = chosen?.Reason ?? "", Version = chosen?.Version ?? Guid.Empty };
        // Without a search: what a reader would look for first, what the changes name, and the dissolved branches of the same committee.
        var picked = form?.PastGradeId ?? known.PastGradeId;
        var recorded = await db.PredecessorsAsync(participant.BranchId, cancellationToken);
        var found = string.IsNullOrWhiteSpace(q)
            ? Others(participant).Where(grade => grade.Branch.CommitteeId == participant.CommitteeId && !grade.Branch.IsActive || recorded.Contains(grade.BranchId) || grade.Id == picked)
            : Others(participant).Where(grade => grade.Branch.Name.Contains(q.Trim()) || grade.Branch.Committee.Name.Contains(q.Trim()) || grade.Id == picked);
        var choices = await found.OrderByDescending(grade => recorded.Contains(grade.BranchId))
            .ThenBy(grade => grade.Branch.Committee.DisplayOrder).ThenBy(grade => grade.Branch.DisplayOrder).ThenBy(grade => grade.BranchId).ThenByDescending(grade => grade.Year)
            .Select(grade => new PredecessorChoice(grade.Id, grade.Branch.Name, grade.Branch.Committee.Name, grade.Branch.IsActive, grade.Year, grade.Grade, recorded.Contains(grade.BranchId)))
            .Take(ListedAtMost + 1).ToListAsync(cancellationToken);
        var own = await db.PastGrades.AsNoTracking().Where(grade => grade.BranchId == participant.BranchId && grade.Year < participant.Round.Year).OrderByDescending(grade => grade.Year).FirstOrDefaultAsync(cancellationToken);
        return new PredecessorPage(participant, own, choices.Take(ListedAtMost).ToList(), choices.Count > ListedAtMost, q, form ?? known, known);
    }
}
