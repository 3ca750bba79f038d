using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.MeetingPapers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace BranchGrading.Web.Controllers;

/// <summary>上会材料 for the meeting that settles the grades.</summary>
[Authorize(Policies.RunRound)]
public sealed class MeetingPapersController(GradingDbContext db, SchoolProfile school) : Controller
{
    [HttpGet("/rounds/{roundId:int}/meeting-papers")]
    public async Task<IActionResult> Index(int roundId, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        return View("Index", new MeetingPapersPage(
            await db.SheetAsync(round, cancellationToken, asPublished: true), await db.EvidenceOfRoundAsync(round, cancellationToken), await school.GetAsync(cancellationToken))
        {
            Corrections = (await db.ChangesAsync(roundId, cancellationToken)).FindAll(change => change.IsCorrection),
        });
    }
}
