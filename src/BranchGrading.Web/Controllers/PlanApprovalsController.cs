using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>批准: the committee agrees with a plan and says who of its leaders is in contact.</summary>
[Authorize(Policies.DecidePlan)]
[Route("/plans/{participantId:int}")]
public sealed class PlanApprovalsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("approval")]
    public Task<IActionResult> Create(int participantId, ApprovalForm approval, CancellationToken cancellationToken) => this.OnPlanAsync(
        db, participantId, clock, viewer => db.ApprovePlanAsync(participantId, viewer, approval.ContactLeader, approval.Mark, () => clock.UtcNow, cancellationToken),
        paper => paper.IsFinal ? "计划已批准，从现在起执行。" : "计划已批准，定级以后开始执行。", page => page with { Approval = approval }, "Approval.ContactLeader", cancellationToken);

    [HttpPost("contact-leader")]
    public async Task<IActionResult> Edit(int participantId, LeaderForm leader, CancellationToken cancellationToken)
    {
        try
        {
            return await this.OnPlanAsync(
                db, participantId, clock, viewer => db.NameContactLeaderAsync(participantId, viewer, leader.ContactLeader, leader.Version, cancellationToken),
                _ => "联系领导已保存。", page => page with { Leader = leader }, "Leader.ContactLeader", cancellationToken);
        }
        catch (DbUpdateConcurrencyException) when (!cancellationToken.IsCancellationRequested)
        {
            return await this.StalePlanAsync(db, participantId, clock, leader, LeaderForm.Of, page => page with { Leader = leader }, cancellationToken);
        }
    }
}
