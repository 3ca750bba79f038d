using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Assessments;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>基本情况: taken over from the roster, looked at and confirmed by the branch.</summary>
[Authorize(Policies.FillAssessment)]
[Route("/assessments/{participantId:int}/basics")]
public sealed class AssessmentBasicsController(GradingDbContext db, SchoolClock clock) : Controller
{
    private const string Page = "~/Views/Assessments/Basics.cshtml";

    [HttpGet]
    public async Task<IActionResult> Edit(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers)
            return NotFound();
        return papers.WhyNotFill(clock.UtcNow) is null ? View(Page, await AssessmentPage.OfAsync(db, papers, clock, cancellationToken)) : Redirect($"/assessments/{participantId}");
    }

    [HttpPost]
    public async Task<IActionResult> Confirm(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayFill: true } papers)
            return NotFound();
        try
        {
            await db.ConfirmBasicsAsync(participantId, User.Viewer(), () => clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused(Page, await AssessmentPage.OfAsync(db, papers, clock, cancellationToken), refused.Message);
        }

        return this.Done($"/assessments/{participantId}/investigation", "基本情况已确认。");
    }
}
