using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Decisions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>The department's decisions on one branch or many: chosen, their effect shown, then confirmed, all or nothing (§3.7).</summary>
[Authorize(Policies.RunRound)]
[RequestFormLimits(ValueCountLimit = DecisionForm.MostFields)]
public sealed class DecisionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    /// <summary>One branch, from its own page.</summary>
    [HttpGet("/participants/{participantId:int}/decision")]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken)
    {
        var roundId = await db.Participants.Where(participant => participant.Id == participantId).Select(participant => participant.RoundId).SingleOrDefaultAsync(cancellationToken);
        if (await PageAsync(roundId, new DecisionForm { Ids = [participantId], Back = DecisionForm.BackToBranch }, cancellationToken) is not { Branches: [var branch] } page)
            return NotFound();
        (page.Form.Grade, page.Form.Reason) = (branch.Known?.Grade ?? branch.Now.Computed, branch.Known?.Reason ?? "");
        return View("Edit", page);
    }

    /// <summary>Shows what the act would lead to, and refuses what the rules forbid.</summary>
    [HttpPost("/rounds/{roundId:int}/decisions/preview")]
    public async Task<IActionResult> Preview(int roundId, DecisionForm form, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        if (await db.WhyKeepAwayAsync(User.Viewer(), roundId, form.Ids, cancellationToken) is { } why)
            return this.Refused("Edit", page, why, "Form.Ids");
        return page.Branches.Count == 0 ? this.Refused("Edit", page, page.NothingToDo, "Form.Ids") : Shown(page, StatusCodes.Status200OK);
    }

    [HttpPost("/rounds/{roundId:int}/decisions")]
    public Task<IActionResult> Create(int roundId, DecisionForm form, CancellationToken cancellationToken) => ActAsync(roundId, form, takesBack: false, cancellationToken);

    [HttpPost("/rounds/{roundId:int}/decisions/removal")]
    public Task<IActionResult> Delete(int roundId, DecisionForm form, CancellationToken cancellationToken) => ActAsync(roundId, form, takesBack: true, cancellationToken);

    private async Task<IActionResult> ActAsync(int roundId, DecisionForm form, bool takesBack, CancellationToken cancellationToken)
    {
        if (await PageAsync(roundId, form, cancellationToken) is not { } page)
            return NotFound();
        if (form.TakesBack != takesBack)
            return BadRequest();
        if (!ModelState.IsValid)
            return this.Again("Edit", page);
        if (await db.WhyKeepAwayAsync(User.Viewer(), roundId, form.Ids, cancellationToken) is { } why)
            return this.Refused("Edit", page, why, "Form.Ids");
        try
        {
            var done = await db.ActAtDeskAsync(roundId, form.ToAct(), form.Shown, User.Viewer().Name, clock.UtcNow, cancellationToken);
            return this.Done(form.AddressAfter(roundId, done), DecisionForm.Sentence(form.ToAct(), done));
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("Edit", page, refused.Message, "Form.Ids");
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            var fresh = (await PageAsync(roundId, form, cancellationToken))!;
            return fresh.Branches.Count == 0
                ? this.Refused("Edit", fresh, fresh.NothingToDo, "Form.Ids")
                : Shown(fresh with { IsStale = true }, StatusCodes.Status409Conflict);
        }
    }

    /// <summary>The preview; with what stands against the act it is a refusal that keeps what was typed.</summary>
    private ViewResult Shown(DecisionPage page, int status)
    {
        foreach (var problem in page.Preview.Effect.Problems)
            ModelState.AddModelError("Form.Ids", problem.Text);
        ModelState.Remove("Form.Shown");
        page.Form.Shown = page.Preview.Fingerprint;
        var view = View("Edit", page with { IsPreviewed = true });
        view.StatusCode = ModelState.IsValid ? status : StatusCodes.Status409Conflict;
        return view;
    }

    /// <summary>The branches chosen with what the act would make of them; null where the round is not open or a branch is none of its.</summary>
    private async Task<DecisionPage?> PageAsync(int roundId, DecisionForm form, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true, Publication: null } round)
            return null;
        var own = await db.Participants.Where(participant => participant.RoundId == roundId).Select(participant => participant.Id).ToListAsync(cancellationToken);
        return form.Ids.Except(own).Any() ? null : new DecisionPage(round, form, await db.PreviewAsync(round, form.ToAct(), cancellationToken));
    }
}
