using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using BranchGrading.Web.Views.Drafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>What the script sends while a self-assessment is typed: one item, answer, text or problem at a time. Saving sets a value and may be repeated.</summary>
[Authorize(Policies.FillAssessment)]
[Route("/assessments/{participantId:int}/drafts")]
public sealed class DraftsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("items")]
    [NoFormKey]
    public Task<IActionResult> SaveItem(int participantId, ItemForm form, CancellationToken cancellationToken) => SaveAsync(participantId, papers =>
    {
        var item = papers.Self.Items.FirstOrDefault(item => item.Id == form.ItemId);
        if (item is null)
            return () => DraftStates.Unread("评分标准里没有这一项，请刷新这一页。");
        if (form.Read(item, out var error) is not { } typed)
            return () => DraftStates.Unread(error!);
        var draft = db.FillItem(papers, Scorer.Branch, typed, clock.UtcNow);
        return () => AssessmentSums.Of(draft.Papers).With(clock.State(draft, item, draft.Row?.PointsOf(item) is not null));
    }, cancellationToken);

    [HttpPost("answers")]
    [NoFormKey]
    public Task<IActionResult> SaveAnswer(int participantId, AnswerForm form, CancellationToken cancellationToken) => SaveAsync(participantId, papers =>
    {
        var draft = db.FillAnswer(papers, Scorer.Branch, form.Draft(), clock.UtcNow);
        return () => clock.State(draft);
    }, cancellationToken);

    [HttpPost("texts")]
    [NoFormKey]
    public Task<IActionResult> SaveText(int participantId, TextForm form, CancellationToken cancellationToken) => SaveAsync(participantId, papers =>
    {
        var draft = db.FillText(papers, form.Draft(), clock.UtcNow);
        return () => clock.State(draft);
    }, cancellationToken);

    [HttpPost("problems")]
    [NoFormKey]
    public Task<IActionResult> SaveProblem(int participantId, ProblemForm form, CancellationToken cancellationToken) => SaveAsync(participantId, papers =>
    {
        if (form.Read(out var error) is not { } typed)
            return () => DraftStates.Unread(error!);
        var draft = db.FillProblem(papers, typed, clock.UtcNow);
        return () => clock.State(draft);
    }, cancellationToken);

    private Task<IActionResult> SaveAsync(int participantId, Func<BranchPapers, Func<DraftState?>> save, CancellationToken cancellationToken) =>
        this.DraftAsync(db, participantId, papers => papers.MayFill, save, cancellationToken);
}
