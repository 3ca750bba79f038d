using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>初审初评: the matrix of a committee's branches, and the review of one.</summary>
[Authorize(Policies.SeeReview)]
public sealed class ReviewsController(GradingDbContext db, SchoolClock clock) : Controller
{
    /// <summary>The matrix of the latest round.</summary>
    [HttpGet("/reviews")]
    public async Task<IActionResult> Latest(CancellationToken cancellationToken)
    {
        var latest = await db.Rounds.Where(round => round.OpenedAt != null).OrderByDescending(round => round.Year).Select(round => (int?)round.Id).FirstOrDefaultAsync(cancellationToken);
        return Redirect(latest is { } roundId ? $"/rounds/{roundId}/reviews" : "/");
    }

    [HttpGet("/rounds/{roundId:int}/reviews")]
    public async Task<IActionResult> Index(int roundId, int? committee, string? show, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var units = await db.Participants.AsNoTracking().Where(participant => participant.RoundId == roundId && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId))
            .Where(participant => db.Committees.VisibleTo(viewer).Any(own => own.Id == participant.CommitteeId))
            .Select(participant => new { participant.CommitteeId, participant.CommitteeName, participant.CommitteeOrder }).Distinct()
            .OrderBy(unit => unit.CommitteeOrder).ThenBy(unit => unit.CommitteeId).ToListAsync(cancellationToken);
        if (units.Count == 0 && committee is null)
            return View("Empty", round);
        if (units.Find(unit => committee is null || unit.CommitteeId == committee) is not { } chosen)
            return NotFound();
        var standings = await db.StandingsAsync(round, chosen.CommitteeId, cancellationToken);
        var papers = await db.CommitteePapersAsync(round, chosen.CommitteeId, viewer, cancellationToken);
        return View("Index", new MatrixPage(
            round, chosen.CommitteeId, chosen.CommitteeName,
            papers.ConvertAll(branch => new MatrixRow(branch, standings[branch.Participant.Id], clock)),
            units.ConvertAll(unit => new SelectListItem(unit.CommitteeName, $"{unit.CommitteeId}", unit.CommitteeId == chosen.CommitteeId)),
            show, viewer));
    }
}
