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

/// <summary>调查摸底: the branch's answers to the seven questions.</summary>
[Authorize(Policies.FillAssessment)]
[Route("/assessments/{participantId:int}/investigation")]
public sealed class InvestigationController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Assessments/Investigation.cshtml";

    [HttpGet]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers)
            return NotFound();
        return papers.WhyNotFill(clock.UtcNow) is null ? View(Page, await PageAsync(papers, cancellationToken)) : Redirect($"/assessments/{participantId}");
    }

    /// <summary>Saves all answers at once, for browsers without script.</summary>
    [HttpPost]
    [NoFormKey]
    public async Task<IActionResult> Edit(int participantId, AnswersForm form, CancellationToken cancellationToken)
    {
        var section = await this.SectionAsync(db, participantId, form.Answers, (papers, answer) =>
        {
            var draft = db.FillAnswer(papers, Scorer.Branch, answer.Draft(), clock.UtcNow);
            return (draft.Papers, () => clock.State(draft));
        }, cancellationToken);
        if (section is null)
            return NotFound();
        if (section.IsSaved)
            return this.Done(form.Then == "next" ? $"/assessments/{participantId}/items" : $"/assessments/{participantId}/investigation", "已保存。");
        Response.StatusCode = section.StatusCode;
        return View(Page, await PageAsync(section.Papers, cancellationToken) with { Forms = form.Answers, States = section.States });
    }

    private async Task<InvestigationPage> PageAsync(BranchPapers papers, CancellationToken cancellationToken) => new(papers)
    {
        Forms = [.. Enum.GetValues<Question>().Select(question => AnswerForm.Of(question, papers.Self.AnswerTo(question)))],
        Earlier = await db.EarlierSubmissionAsync(papers, cancellationToken),
    };
}
