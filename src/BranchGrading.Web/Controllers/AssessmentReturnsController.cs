using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.AssessmentReturns;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>退回: a self-assessment goes back to its branch, with what is to be changed and why.</summary>
[Authorize(Policies.ReturnAssessment)]
[Route("/assessments/{participantId:int}/return")]
public sealed class AssessmentReturnsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpGet]
    public async Task<IActionResult> New(int participantId, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayScore: true } papers)
            return NotFound();
        if (papers.WhyNotReturn(clock.UtcNow) is { } why)
            throw new RuleViolationException(why);
        return View("New", new ReturnPage(papers, ReturnForm.Of(papers)));
    }

    [HttpPost]
    public async Task<IActionResult> Create(int participantId, ReturnForm form, CancellationToken cancellationToken)
    {
        if (await db.FindPapersAsync(participantId, User.Viewer(), cancellationToken) is not { MayScore: true } papers)
            return NotFound();
        var page = new ReturnPage(papers, form.Over(ReturnForm.Of(papers)));
        if (page.Form.Parts.Index().Where(part => part.Item.IsChosen && string.IsNullOrWhiteSpace(part.Item.Reason)).ToList() is { Count: > 0 } unexplained)
        {
            unexplained.ForEach(part => ModelState.AddModelError($"Parts[{part.Index}].Reason", $"请写「{part.Item.Label}」要怎么改。"));
            return this.Again("New", page);
        }

        try
        {
            await db.ReturnAssessmentAsync(participantId, User.Viewer(), form.Submission, form.Reason, page.Form.Chosen(), () => clock.UtcNow, cancellationToken);
        }
        catch (RuleViolationException refused)
        {
            return this.Refused("New", page, refused.Message);
        }

        return this.Done($"/assessments/{participantId}", $"已退回给{papers.Participant.BranchName}，可以改到 {clock.Show(papers.ReturnedUntil)}。");
    }
}
