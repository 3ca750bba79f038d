using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>完成初评, and 继续修改: from when on the committee's score counts.</summary>
[Authorize(Policies.Review)]
public sealed class CompletionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    // What was typed is saved even where something is still missing, so the form may be sent again; completing twice changes nothing.
    [HttpPost("/reviews/{participantId:int}/completion")]
    [NoFormKey]
    public async Task<IActionResult> Create(int participantId, ReviewForm form, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await PageAsync(participantId, form, cancellationToken) is not { } page)
            return NotFound();
        if (!ModelState.IsValid)
            return this.Again("~/Views/Reviews/Details.cshtml", page);
        bool isCompleted;
        try
        {
            isCompleted = await db.CompleteReviewAsync(page.Papers.Round.Id, participantId, viewer, papers =>
            {
                var saved = form.Save(db, papers, clock);
                return form.States.Count == 0 ? saved : null;
            }, () => clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            page = (await PageAsync(participantId, form, cancellationToken))!;
            // A repeat finds everything as it was sent; whoever typed something else meanwhile is shown that it was not saved.
            if (page.Review is not { IsCompleted: true } || !page.Papers.MayScore || form.DiffersFrom(page.Papers))
                return this.Refused("~/Views/Reviews/Details.cshtml", page, refused.Message);
            isCompleted = true;
        }

        if (isCompleted)
            return this.Done(page.Matrix, $"「{page.Participant.BranchName}」的初评已经完成。");
        // What was typed is saved; the page says what is still missing.
        form.ForgetSaved();
        page = (await PageAsync(participantId, form, cancellationToken))!;
        ModelState.Clear();
        return this.Refused("~/Views/Reviews/Details.cshtml", page, form.States.Count > 0 ? "有的地方没有保存，还不能完成初评。请看标出的几处；别的都已保存。" : $"还不能完成初评：{page.Sums.Missing[0].Text}。写好的都已保存。");
    }

    [HttpPost("/reviews/{participantId:int}/reopening")]
    public async Task<IActionResult> Delete(int participantId, CancellationToken cancellationToken)
    {
        if (await PageAsync(participantId, null, cancellationToken) is not { } page)
            return NotFound();
        try
        {
            await db.ReopenReviewAsync(page.Papers.Round.Id, participantId, User.Viewer(), () => clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("~/Views/Reviews/Details.cshtml", page, refused.Message);
        }

        return this.Done(page.Address, "可以继续修改了。改好后要再点「完成初评」，得分才算数。");
    }

    private Task<ReviewPage?> PageAsync(int participantId, ReviewForm? form, CancellationToken cancellationToken) =>
        db.ReviewPageAsync(participantId, User.Viewer(), form, null, clock, cancellationToken);
}
