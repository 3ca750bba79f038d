using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Evaluations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>学校评分: the school's own score of a branch, as a total or item by item, and its veto (§2.4).</summary>
[Authorize(Policies.RunRound)]
[Route("/participants/{participantId:int}/evaluation")]
public sealed class EvaluationsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken) =>
        await PageAsync(participantId, null, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Edit(int participantId, EvaluationForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.Version != page.Known.Version)
            return this.Stale("Edit", form, page.Known, page);
        foreach (var (field, text) in page.Problems())
            ModelState.AddModelError(field, text);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            await db.RescoreAsync(
                page.Papers.Round.Id, participantId, form.Version, form.Method, form.Total, form.Reason, page.Entries, User.Viewer(), clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            var fresh = (await PageAsync(participantId, form, cancellationToken))!;
            return this.Stale("Edit", form, fresh.Known, fresh);
        }

        return this.Done($"/rounds/{page.Papers.Round.Id}/grades/{participantId}", "学校评分已保存，等级已重新计算。");
    }

    private async Task<EvaluationPage?> PageAsync(int participantId, EvaluationForm? form, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return await db.FindRescoreAsync(participantId, User.Viewer(), cancellationToken) is var (papers, rescore) && papers.Round.WhyNotOpen is null
            ? new EvaluationPage(papers, rescore, form)
            : null;
    }
}
