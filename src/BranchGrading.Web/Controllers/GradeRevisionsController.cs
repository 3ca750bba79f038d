using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.GradeRevisions;
using BranchGrading.Web.Views.Objections;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>改定 on an objection: the new grade, whom it moves, then confirmed; by the same rules as before publication.</summary>
[Authorize(Policies.RunRound)]
[Route("/rounds/{roundId:int}/objections/{number:int}/revision")]
public sealed class GradeRevisionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(int roundId, int number, CancellationToken cancellationToken) =>
        await FindAsync(roundId, number, cancellationToken) is { } objection ? View("Edit", new RevisionPage(objection, new RevisionForm { Version = objection.Objection.Version })) : NotFound();

    /// <summary>Shows whom it would move, and refuses what the rules forbid.</summary>
    [HttpPost("preview")]
    public async Task<IActionResult> Preview(int roundId, int number, RevisionForm form, bool back, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, number, cancellationToken) is not { } objection)
            return NotFound();
        var page = new RevisionPage(objection, form);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        if (form.Version != objection.Objection.Version)
            return Changed(page);
        if (back)
            return View("Edit", page);
        return await ShowAsync(page, cancellationToken);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(int roundId, int number, RevisionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(roundId, number, cancellationToken) is not { } objection)
            return NotFound();
        var page = new RevisionPage(objection, form);
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        try
        {
            if (!await db.ChangeGradeAsync(roundId, number, form.Version, form.Grade!.Value, form.Reason, form.Answer, form.Mark, User.Viewer().Name, () => clock.UtcNow, cancellationToken))
            {
                ModelState.AddModelError("", "您看过以后，公示的等级又有改定，影响的支部和刚才不同。请看过下面最新的，再确认。");
                return await ShowAsync(page, cancellationToken);
            }
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message, "Form.Grade");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return await FindAsync(roundId, number, cancellationToken) is { } fresh ? Changed(new RevisionPage(fresh, form)) : NotFound();
        }

        return this.Done(objection.Address, $"「{objection.Objection.Participant.BranchName}」改定为 {form.Grade}，异议已答复。各处显示的等级已经更新，张贴的公示稿请重新打印。");
    }

    private async Task<IActionResult> ShowAsync(RevisionPage page, CancellationToken cancellationToken)
    {
        var revision = await db.ReviseAsync(page.Of.Round, page.Of.Objection, page.Form.Grade!.Value, page.Form.Reason, cancellationToken);
        if (revision.WhyNot is { } why)
            return this.Refused("Edit", page, why, "Form.Grade");
        page.Form.Mark = Marks.Of(revision);
        ModelState.Remove("Form.Mark");
        var shown = View("Preview", page with { Moves = revision.Moves, Committees = revision.Moves.ToDictionary(move => move.ParticipantId, move => revision.After.Find(move.ParticipantId)!.Candidate.CommitteeName) });
        shown.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
        return shown;
    }

    /// <summary>Answered by somebody else, or checked anew: what is there now, and what was typed.</summary>
    private ViewResult Changed(RevisionPage page)
    {
        page.Form.Version = page.Of.Objection.Version;
        ModelState.Remove("Form.Version");
        return this.Refused("Edit", page, page.Of.MayAct ? "您打开这一页之后，核查情况被别人改过。请看过最新的核查情况，再办；您写的还在。" : "这件异议已经答复，不能再改。");
    }

    private async Task<ObjectionPage?> FindAsync(int roundId, int number, CancellationToken cancellationToken) =>
        await db.ObjectionPageAsync(User.Viewer(), roundId, number, cancellationToken) is { Objection.CheckedAt: not null } page ? page : null;
}
