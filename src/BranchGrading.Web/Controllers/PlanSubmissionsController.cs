using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>提交: the branch hands its plan to the committee.</summary>
[Authorize(Policies.WritePlan)]
[Route("/plans/{participantId:int}/submission")]
public sealed class PlanSubmissionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("")]
    public Task<IActionResult> Create(int participantId, Guid mark, CancellationToken cancellationToken) => this.OnPlanAsync(
        db, participantId, clock, viewer => db.SubmitPlanAsync(participantId, viewer, mark, () => clock.UtcNow, clock.Today, cancellationToken),
        paper => $"计划已提交，等{paper.Approver}审核。要改，请退回后再改。", page => page, "", cancellationToken);
}
