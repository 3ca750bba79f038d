using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Corrections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>更正 of final grades: new, reasoned entries; what was published stays.</summary>
[Authorize(Policies.RunRound)]
[Route("/rounds/{roundId:int}/corrections")]
public sealed class CorrectionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, cancellationToken) is not { } round)
            return NotFound();
        var corrections = (await db.ChangesAsync(roundId, cancellationToken)).FindAll(change => change.IsCorrection);
        return View("Index", new CorrectionList(round, corrections, await db.NamedGradesAsync(round.Publication!.Id, cancellationToken)));
    }

    [HttpGet("new")]
    public async Task<IActionResult> Create(int roundId, int branch, CancellationToken cancellationToken) =>
        await PageAsync(roundId, new CorrectionForm { ParticipantId = branch }, cancellationToken) is { } page
            ? View("Create", page with { Form = new CorrectionForm { ParticipantId = branch, From = page.Branch.Grade } })
            : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(int roundId, CorrectionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, cancellationToken) is null)
            return NotFound();
        if (form.ParticipantId is null || await PageAsync(roundId, form, cancellationToken) is not { } page)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again("Create", page);
        try
        {
            await db.CorrectAsync(roundId, form.ParticipantId.Value, form.From!.Value, form.Grade!.Value, form.Reason, form.DocumentNumber, User.Viewer().Name, () => clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Create", page, refused.Message, "Form.Grade");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            var fresh = (await PageAsync(roundId, form, cancellationToken))!;
            form.From = fresh.Branch.Grade;
            ModelState.Remove("Form.From");
            return this.Refused("Create", fresh, $"您打开这一页之后，这个支部已被更正为 {fresh.Branch.Grade}。请核对以后再办；您写的还在。");
        }

        return this.Done($"/rounds/{roundId}/corrections", $"「{page.Branch.Branch}」的等级已更正为 {form.Grade}。各处显示更正后的等级，以后年度的「上年度等级」也按更正后的计算。");
    }

    private async Task<CorrectionPage?> PageAsync(int roundId, CorrectionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, cancellationToken) is not { } round
            || (await db.NamedGradesAsync(round.Publication!.Id, cancellationToken)).Find(row => row.ParticipantId == form.ParticipantId) is not { } branch)
            return null;
        return await db.WhyKeepAwayAsync(User.Viewer(), roundId, [branch.ParticipantId], cancellationToken) is { } why
            ? throw new RuleViolationException(why)
            : new CorrectionPage(round, branch, form);
    }

    private async Task<GradingRound?> FindAsync(int roundId, CancellationToken cancellationToken) =>
        await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is { Stage: RoundStage.Final } round ? round : null;
}
