using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Objections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>受理, 核查 and 答复 (维持) of an objection, one after another.</summary>
[Authorize(Policies.RunRound)]
[Route("/rounds/{roundId:int}/objections/{number:int}")]
public sealed class ObjectionStepsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string DetailsView = "~/Views/Objections/Details.cshtml";

    [HttpPost("reception")]
    public async Task<IActionResult> Receive(int roundId, int number, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, number, cancellationToken) is not { } page)
            return NotFound();
        if (page.Objection.ReceivedAt is not null)
            throw new RuleViolationException("这件异议已经受理。");
        await db.ActOnObjectionAsync(roundId, number, page.Objection.Version, AuditEvent.ObjectionReceived, objection => objection.Receive(User.Viewer().Name, clock.UtcNow), cancellationToken);
        return this.Done(page.Address, "已受理。核查以后在这里记录核查情况。");
    }

    [HttpPost("findings")]
    public async Task<IActionResult> Check(int roundId, int number, FindingsForm findings, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, number, cancellationToken) is not { } page)
            return NotFound();
        page = page with { Findings = findings, Typed = findings.Text };
        if (!ModelState.IsValid)
            return this.Again(DetailsView, page);
        try
        {
            await db.ActOnObjectionAsync(
                roundId, number, findings.Version, AuditEvent.ObjectionChecked, objection => objection.Check(findings.Text, User.Viewer().Name, clock.UtcNow), cancellationToken);
            return this.Done(page.Address, "核查情况已保存。");
        }
        catch (RuleViolationException refused)
        {
            return await RefusedAsync(page, refused.Message, cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            var fresh = (await PageAsync(roundId, number, cancellationToken))!;
            return this.Stale(DetailsView, findings, fresh.Findings, fresh with { Findings = findings, Typed = findings.Text });
        }
    }

    [HttpPost("answer")]
    public async Task<IActionResult> Uphold(int roundId, int number, AnswerForm answer, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, number, cancellationToken) is not { } page)
            return NotFound();
        page = page with { Answer = answer, Typed = answer.Text };
        if (!ModelState.IsValid)
            return this.Again(DetailsView, page);
        try
        {
            await db.ActOnObjectionAsync(
                roundId, number, answer.Version, AuditEvent.ObjectionAnswered, objection => objection.Close(ObjectionOutcome.Upheld, answer.Text, User.Viewer().Name, clock.UtcNow), cancellationToken);
            return this.Done(page.Address, "已答复：维持公示的等级。");
        }
        catch (RuleViolationException refused)
        {
            return await RefusedAsync(page, refused.Message, cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            var fresh = (await PageAsync(roundId, number, cancellationToken))!;
            answer.Version = fresh.Objection.Version;
            ModelState.Remove("Answer.Version");
            return this.Refused(DetailsView, fresh with { Answer = answer, Typed = answer.Text }, "您打开这一页之后，核查情况被别人改过。请看过最新的核查情况，再答复；您写的答复还在。", "Answer.Text");
        }
    }

    /// <summary>Somebody else has come first: the page as it is now, with what was typed.</summary>
    private async Task<IActionResult> RefusedAsync(ObjectionPage page, string reason, CancellationToken cancellationToken)
    {
        var fresh = (await PageAsync(page.Round.Id, page.Objection.Number, cancellationToken))!;
        return this.Refused(DetailsView, fresh with { Findings = page.Findings, Answer = page.Answer, Typed = page.Typed }, reason);
    }

    private Task<ObjectionPage?> PageAsync(int roundId, int number, CancellationToken cancellationToken) => db.ObjectionPageAsync(User.Viewer(), roundId, number, cancellationToken);
}
