using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Circulars;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>通报 of the final grades, to be printed.</summary>
[Authorize(Policies.RunRound)]
public sealed class CircularsController(GradingDbContext db, SchoolProfile school) : Controller
{
    [HttpGet("/rounds/{roundId:int}/circular")]
    public async Task<IActionResult> Details(int roundId, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { Stage: RoundStage.Final } round)
            return NotFound();
        var corrections = (await db.ChangesAsync(roundId, cancellationToken)).FindAll(change => change.IsCorrection);
        return View("Details", new CircularPage(round, await db.NamedGradesAsync(round.Publication!.Id, cancellationToken), corrections, await school.GetAsync(cancellationToken)));
    }
}
