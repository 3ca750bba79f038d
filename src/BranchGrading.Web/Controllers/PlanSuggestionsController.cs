using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>What a plan could be made from, taken over with one click.</summary>
[Authorize(Policies.WritePlan)]
[Route("/plans/{participantId:int}/suggestions")]
public sealed class PlanSuggestionsController(GradingDbContext db, SchoolClock clock) : Controller
{
    [HttpPost("")]
    public Task<IActionResult> Create(int participantId, List<string> keys, string? only, CancellationToken cancellationToken)
    {
        IReadOnlyCollection<string> chosen = only is null ? keys : [only];
        if (chosen.Count == 0)
            ModelState.AddModelError("", "请先勾选要加入的，再点「加入勾选的」。");
        return this.OnPlanAsync(
            db, participantId, clock, viewer => db.AddSuggestedAsync(participantId, viewer, chosen, cancellationToken),
            _ => "已加入计划。请补上原因、措施和时限。", page => page, "", cancellationToken);
    }
}
