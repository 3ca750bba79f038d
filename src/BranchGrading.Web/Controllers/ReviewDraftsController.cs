using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Drafts;
using BranchGrading.Web.Views.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>What the script sends while a review is typed: one item, one answer, or the opinion. Saving sets a value and may be repeated.</summary>
[Authorize(Policies.Review)]
[Route("/reviews/{participantId:int}/drafts")]
public sealed class ReviewDraftsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("items")]
    [NoFormKey]
    public Task<IActionResult> SaveItem(int participantId, ItemForm form, CancellationToken cancellationToken) => this.DraftAsync(db, participantId, papers => papers.MayScore, papers =>
    {
        var item = papers.Review.Items.FirstOrDefault(item => item.Id == form.ItemId);
        if (item is null)
            return () => DraftStates.Unread("评分标准里没有这一项，请刷新这一页。");
        if (form.Read(item, out var error) is not { } typed)
            return () => DraftStates.Unread(error!);
        var draft = db.FillItem(papers, Scorer.Committee, typed, clock.UtcNow);
        var isComplete = draft.Papers.Review.Missing().All(missing => missing.ItemId != item.Id);
        return () => new ReviewSums(draft.Papers).Live().With(clock.State(draft, item, isComplete));
    }, cancellationToken);

    [HttpPost("answers")]
    [NoFormKey]
    public Task<IActionResult> SaveAnswer(int participantId, AnswerForm form, CancellationToken cancellationToken) => this.DraftAsync(db, participantId, papers => papers.MayScore && !papers.IsDirect, papers =>
    {
        var draft = db.FillAnswer(papers, Scorer.Committee, form.Draft(), clock.UtcNow);
        return () => new ReviewSums(draft.Papers).Live().With(clock.State(draft));
    }, cancellationToken);

    [HttpPost("opinion")]
    [NoFormKey]
    public Task<IActionResult> SaveOpinion(int participantId, OpinionForm form, CancellationToken cancellationToken) => this.DraftAsync(db, participantId, papers => papers.MayRecord, papers =>
    {
        if (form.Read(out var error) is not { } typed)
            return () => DraftStates.Unread(error!);
        var draft = db.FillOpinion(papers, typed, clock.UtcNow);
        return () => new ReviewSums(draft.Papers).Live().With(clock.State(draft));
    }, cancellationToken);
}
