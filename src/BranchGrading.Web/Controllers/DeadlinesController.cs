using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Deadlines;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>The deadlines of an opened round, moved with a reason.</summary>
[Authorize(Policies.RunRound)]
public sealed class DeadlinesController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/rounds/{roundId:int}/deadlines")]
    public async Task<IActionResult> Edit(int roundId, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { IsOpened: true, Publication: null } round
            ? View("Edit", DeadlineChangeForm.Of(round, clock))
            : NotFound();

    [HttpPost("/rounds/{roundId:int}/deadlines")]
    public async Task<IActionResult> Edit(int roundId, DeadlineChangeForm form, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true, Publication: null } round)
            return NotFound();
        form.Deadlines.Check(ModelState, "Deadlines");
        if (form.Version != round.Version)
            return this.Stale("Edit", form, DeadlineChangeForm.Of(round, clock));
        if (!ModelState.IsValid)
            return this.Again("Edit", form);
        round.SetDeadlines(form.Deadlines.ToDeadlines(clock));
        db.Audit.Describe(AuditEvent.DeadlinesChanged, $"{round.Year} 年度", form.Reason);
        await db.SaveChangesAsync(cancellationToken);
        return this.Done($"/rounds/{roundId}", "截止时间已调整。");
    }
}
