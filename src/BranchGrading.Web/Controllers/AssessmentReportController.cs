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

/// <summary>自我评价报告 in its three parts.</summary>
[Authorize(Policies.FillAssessment)]
[Route("/assessments/{participantId:int}/report")]
public sealed class AssessmentReportController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Assessments/Report.cshtml";

    [HttpGet]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers)
            return NotFound();
        return papers.WhyNotFill(clock.UtcNow) is null ? View(Page, await PageAsync(papers, cancellationToken)) : Redirect($"/assessments/{participantId}");
    }

    /// <summary>Saves all parts at once, for browsers without script.</summary>
    [HttpPost]
    [NoFormKey]
    public async Task<IActionResult> Edit(int participantId, TextsForm form, CancellationToken cancellationToken)
    {
        var section = await this.SectionAsync(db, participantId, form.Texts, (papers, text) =>
        {
            var draft = db.FillText(papers, text.Draft(), clock.UtcNow);
            return (draft.Papers, () => clock.State(draft));
        }, cancellationToken);
        if (section is null)
            return NotFound();
        if (section.IsSaved)
            return this.Done(form.Then == "next" ? $"/assessments/{participantId}/problems" : $"/assessments/{participantId}/report", "已保存。");
        Response.StatusCode = section.StatusCode;
        return View(Page, await PageAsync(section.Papers, cancellationToken) with { Forms = form.Texts, States = section.States });
    }

    private async Task<ReportPage> PageAsync(BranchPapers papers, CancellationToken cancellationToken) => new(papers)
    {
        Forms = [.. Enum.GetValues<ReportSection>().Select(section => TextForm.Of(section, papers.Self.TextOf(section)))],
        Earlier = await db.EarlierSubmissionAsync(papers, cancellationToken),
    };
}
