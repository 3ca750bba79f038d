using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using BranchGrading.Web.Views.Drafts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>自评打分: the items of the standard, a head a page.</summary>
[Authorize(Policies.FillAssessment)]
[Route("/assessments/{participantId:int}/items")]
public sealed class AssessmentItemsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Assessments/Items.cshtml";

    /// <summary>Leads to the first head in which something is missing.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers)
            return NotFound();
        var heads = papers.Self.Standard.ScoredHeads.ToList();
        return Redirect($"/assessments/{participantId}/items/{(heads.FirstOrDefault(head => !papers.Self.SumOf(head).IsComplete) ?? heads[0]).Order}");
    }

    [HttpGet("{head:int}")]
    public async Task<IActionResult> Edit(int participantId, int head, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers || HeadOf(papers, head) is not { } chosen)
            return NotFound();
        return papers.WhyNotFill(clock.UtcNow) is null ? View(Page, await PageAsync(papers, chosen, cancellationToken)) : Redirect($"/assessments/{participantId}");
    }

    /// <summary>Saves a head's items at once, for browsers without script.</summary>
    [HttpPost("{head:int}")]
    [NoFormKey]
    public async Task<IActionResult> Edit(int participantId, int head, ItemsForm form, CancellationToken cancellationToken)
    {
        var section = await this.SectionAsync(db, participantId, form.Items, (papers, typed) =>
        {
            if (papers.Self.Items.FirstOrDefault(item => item.Id == typed.ItemId) is not { } item)
                return (papers, () => DraftStates.Unread("评分标准里没有这一项，请刷新这一页。"));
            if (typed.Read(item, out var error) is not { } read)
                return (papers, () => DraftStates.Unread(error!));
            var draft = db.FillItem(papers, Scorer.Branch, read, clock.UtcNow);
            return (draft.Papers, () => clock.State(draft, item, draft.Row?.PointsOf(item) is not null));
        }, cancellationToken);
        if (section is null || HeadOf(section.Papers, head) is not { } chosen)
            return NotFound();
        var page = await PageAsync(section.Papers, chosen, cancellationToken);
        if (section.IsSaved)
            return this.Done(form.Then == "next" ? page.NextAddress : $"{page.Address}/items/{head}", "已保存。");
        Response.StatusCode = section.StatusCode;
        var posted = form.Items.Zip(section.States).DistinctBy(pair => pair.First.ItemId).ToDictionary(pair => pair.First.ItemId);
        return View(Page, page with
        {
            Forms = [.. page.Forms.Select(known => posted.GetValueOrDefault(known.ItemId).First ?? known)],
            States = [.. page.Forms.Select(known => posted.GetValueOrDefault(known.ItemId).Second ?? new DraftState())],
        });
    }

    private static StandardHead? HeadOf(BranchPapers papers, int order) => papers.Self.Standard.ScoredHeads.FirstOrDefault(head => head.Order == order);

    private async Task<ItemsPage> PageAsync(BranchPapers papers, StandardHead head, CancellationToken cancellationToken) =>
        ItemsPage.Of(papers, head) with { Earlier = await db.EarlierSubmissionAsync(papers, cancellationToken) };
}
