using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>核对提交: everything in words, what is missing, and then the handing in.</summary>
[Authorize(Policies.FillAssessment)]
[Route("/assessments/{participantId:int}/submission")]
public sealed class SubmissionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Assessments/Check.cshtml";

    [HttpGet]
    public async Task<IActionResult> New(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers)
            return NotFound();
        return papers.WhyNotFill(clock.UtcNow) is null ? View(Page, await AssessmentPage.OfAsync(db, papers, clock, cancellationToken)) : Redirect($"/assessments/{participantId}");
    }

    [HttpPost]
    public async Task<IActionResult> Create(int participantId, SubmissionForm form, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true })
            return NotFound();
        try
        {
            if (await db.SubmitAssessmentAsync(participantId, User.Viewer(), paper => SubmissionForm.Of(paper).Checked == form.Checked, () => clock.UtcNow, cancellationToken) is { } submission)
                return this.Done($"/assessments/{participantId}", $"已提交，自评得分 {submission.Total:0.00}。现在由上级初评；要改请找组织员退回。");
            return await AgainAsync("您打开这一页之后，内容又有改动。下面是最新的，请再核对一遍后提交。");
        }
        catch (RuleViolationException refused)
        {
            return await AgainAsync(refused.Message);
        }

        async Task<IActionResult> AgainAsync(string why)
        {
            db.ChangeTracker.Clear();
            var papers = (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken))!;
            return this.Refused(Page, await AssessmentPage.OfAsync(db, papers, clock, cancellationToken), why);
        }
    }
}
