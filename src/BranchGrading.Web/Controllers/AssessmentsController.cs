using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>A branch's self-assessment as a whole: the way through it for those who fill it in, what was handed in for everybody who may see it.</summary>
[Authorize(Policies.SeeAssessment)]
public sealed class AssessmentsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet("/assessments/{participantId:int}")]
    public async Task<IActionResult> Details(int participantId, CancellationToken cancellationToken) =>
        await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is { } papers
            ? View("Details", await AssessmentPage.OfAsync(db, papers, clock, cancellationToken))
            : NotFound();

    /// <summary>One that was handed in before, as it was.</summary>
    [HttpGet("/assessments/{participantId:int}/submissions/{number:int}")]
    public async Task<IActionResult> Submission(int participantId, int number, CancellationToken cancellationToken) =>
        await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is { Self.Assessment: { } assessment } papers
        && assessment.Submissions.FirstOrDefault(submission => submission.Number == number) is { } submission
            ? View("Submission", new SubmissionPage(papers, submission))
            : NotFound();
}
