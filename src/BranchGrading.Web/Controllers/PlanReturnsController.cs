using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>退回: the committee wants a plan otherwise, and says how.</summary>
[Authorize(Policies.DecidePlan)]
[Route("/plans/{participantId:int}/return")]
public sealed class PlanReturnsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("")]
    public async Task<IActionResult> Create(int participantId, BackForm back, CancellationToken cancellationToken) =>
        await db.FindPlanAsync(participantId, User.Viewer(), cancellationToken) is { MayAct: true, Plan: not null }
            ? await this.OnPlanAsync(
                db, participantId, clock, viewer => db.ReturnPlanAsync(participantId, viewer, back.Comment, back.Mark, () => clock.UtcNow, cancellationToken),
                paper => $"已退回给{paper.Participant.BranchName}，退回的意见支部看得到。", page => page with { Back = back }, "Back.Comment", cancellationToken)
            : NotFound();
}
