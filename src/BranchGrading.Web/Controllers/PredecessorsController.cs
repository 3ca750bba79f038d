using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
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
            await db.ChoosePredecessorAsync(page.Participant, form.PastGradeId!.Value, form.Reason, form.Version, User.Viewer().Name, clock.UtcNow, cancellationToken);
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
    public async Task<IActionResult> Delete(int participantId, Guid version, CancellationToken cancellationToken)
    {
        if (await FindAsync(participantId, cancellationToken) is not { } participant)
            return NotFound();
        await db.WithdrawPredecessorAsync(participant, version, cancellationToken);
        return this.Done($"/rounds/{participant.RoundId}/grades/{participantId}", "已撤销前身等级，今年的等级重新计算。");
    }

    private Task<Participant?> FindAsync(int participantId, CancellationToken cancellationToken) => db.Participants.AsNoTracking().Include(participant => participant.Round)
        .SingleOrDefaultAsync(participant => participant.Id == participantId && participant.Round.Publication == null, cancellationToken);

    private async Task<PredecessorPage?> PageAsync(int participantId, string? q, PredecessorForm? form, CancellationToken cancellationToken)
    {
        if (await FindAsync(participantId, cancellationToken) is not { } participant)
            return null;
        var chosen = await db.PredecessorGrades.AsNoTracking().SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken);
        var known = new PredecessorForm { PastGradeId = chosen?.PastGradeId, Reason = chosen?.Reason ?? "", Version = chosen?.Version ?? Guid.Empty };
        // Without a search: what a reader would look for first, what the changes name, and the dissolved branches of the same committee.
        var picked = form?.PastGradeId ?? known.PastGradeId;
        var until = await db.PredecessorsAsync(participant.BranchId, cancellationToken);
        var recorded = until.Keys.ToList();
        var found = string.IsNullOrWhiteSpace(q)
            ? db.PredecessorsOf(participant).Where(grade => grade.Branch.CommitteeId == participant.CommitteeId && !grade.Branch.IsActive || recorded.Contains(grade.BranchId) || grade.Id == picked)
            : db.PredecessorsOf(participant).Where(grade => grade.Branch.Name.Contains(q.Trim()) || grade.Branch.Committee.Name.Contains(q.Trim()) || grade.Id == picked);
        var choices = await found.OrderByDescending(grade => recorded.Contains(grade.BranchId))
            .ThenBy(grade => grade.Branch.Committee.DisplayOrder).ThenBy(grade => grade.Branch.DisplayOrder).ThenBy(grade => grade.BranchId).ThenByDescending(grade => grade.Year)
            .Select(grade => new { grade.BranchId, Choice = new PredecessorChoice(grade.Id, grade.Branch.Name, grade.Branch.Committee.Name, grade.Branch.IsActive, grade.Year, grade.Grade, false) })
            .Take(ListedAtMost + 1).ToListAsync(cancellationToken);
        var own = await db.PastGrades.AsNoTracking().Where(grade => grade.BranchId == participant.BranchId && grade.Year < participant.Round.Year).OrderByDescending(grade => grade.Year).FirstOrDefaultAsync(cancellationToken);
        return new PredecessorPage(participant, own, choices.Take(ListedAtMost).Select(row => row.Choice with { IsRecorded = until.TryGetValue(row.BranchId, out var day) && row.Choice.Year <= day.Year }).ToList(), choices.Count > ListedAtMost, q, form ?? known, known);
    }
}
