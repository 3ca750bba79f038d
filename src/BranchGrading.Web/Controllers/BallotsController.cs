using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Ballots;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>测评选票: the paper ballots of both panels, as counted (§4).</summary>
public sealed class BallotsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/reviews/{participantId:int}/ballots"), Authorize(Policies.SeeReview)]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken) =>
        await PageAsync(participantId, cancellationToken) is { } page ? View("Edit", page) : NotFound();

    [HttpPost("/reviews/{participantId:int}/ballots/{panel:regex(^(members|masses)$)}"), Authorize(Policies.Review)]
    public async Task<IActionResult> Edit(int participantId, Panel panel, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, cancellationToken) is not { } page)
            return NotFound();
        var form = new BallotForm();
        await TryUpdateModelAsync(form, panel.ToString());
        var typed = page.With(panel, form);
        if (page.WhyNot is { } why)
            return this.Refused("Edit", page, why);
        form.Check(panel, ModelState);
        if (!ModelState.IsValid)
            return this.Again("Edit", typed);
        try
        {
            await db.ActOnBranchAsync(participantId, User.Viewer(), papers => Record(papers, panel, form), cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", typed, refused.Message);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            var fresh = (await PageAsync(participantId, cancellationToken))!;
            return this.Stale("Edit", form, fresh.FormOf(panel), fresh.With(panel, form));
        }

        var count = form.ToCount();
        if (count.IssuedMoreThanExpected)
        {
            this.Notify(NoticeKind.Warn, $"已保存。发出 {count.Issued} 张多于应到 {count.Expected} 人，请核对。");
            return Redirect(page.Address);
        }

        return this.Done(page.Address, $"{page.FiguresOf(panel).Name}已保存。");
    }

    private void Record(BranchPapers papers, Panel panel, BallotForm form)
    {
        if (papers.WhyNotRecord(clock.UtcNow) is { } why)
            throw new RuleViolationException(why);
        var known = panel == Panel.Members ? papers.Review.Members : papers.Review.Masses;
        if (form.Version != (known?.Version ?? Guid.Empty))
            throw new DbUpdateConcurrencyException();
        var count = form.ToCount();
        if (count == known?.Count)
            return;
        if (known is null)
            db.Add(new DemocraticEvaluation(papers.Participant.Id, panel, count));
        else
            known.Recount(count);
        db.Audit.Describe(AuditEvent.BallotsRecorded, $"{papers.Round.Year} 年度 {papers.Participant.BranchName}：{(panel == Panel.Members ? "党员测评" : "群众测评")}");
    }

    private async Task<BallotsPage?> PageAsync(int participantId, CancellationToken cancellationToken) =>
        await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is { MaySeeReview: true } papers ? BallotsPage.Of(papers, clock.UtcNow) : null;
}
