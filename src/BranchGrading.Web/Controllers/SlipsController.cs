using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Slips;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>等级说明 on half a page each, to be printed and handed out.</summary>
public sealed class SlipsController(GradingDbContext db, SchoolProfile school) : Controller
{
    [HttpGet("/rounds/{roundId:int}/grades/{participantId:int}/slip"), Authorize(Policies.SeeGrades)]
    public Task<IActionResult> Details(int roundId, int participantId, CancellationToken cancellationToken) =>
        PageAsync(roundId, db.Participants.Where(participant => participant.Id == participantId), $"/rounds/{roundId}/grades/{participantId}", cancellationToken);

    [HttpGet("/rounds/{roundId:int}/committees/{committeeId:int}/slips"), Authorize(Policies.SeeGrades)]
    public Task<IActionResult> Committee(int roundId, int committeeId, CancellationToken cancellationToken) =>
        PageAsync(roundId, db.Participants.Where(participant => participant.RoundId == roundId && participant.CommitteeId == committeeId), $"/rounds/{roundId}/committees/{committeeId}", cancellationToken);

    [HttpGet("/results/{participantId:int}/slip"), Authorize(Policies.SeeResults)]
    public async Task<IActionResult> Own(int participantId, CancellationToken cancellationToken)
    {
        var visible = db.Participants.VisibleTo(User.Viewer()).Where(participant => participant.Id == participantId && participant.Round.Publication != null);
        var roundId = await visible.Select(participant => participant.RoundId).SingleOrDefaultAsync(cancellationToken);
        return await PageAsync(roundId, visible, $"/results/{participantId}", cancellationToken);
    }

    /// <summary>All of the viewer's own branches in a published year.</summary>
    [HttpGet("/results/slips"), Authorize(Policies.SeeResults)]
    public async Task<IActionResult> Index(int year, CancellationToken cancellationToken)
    {
        var roundId = await db.Rounds.Where(round => round.Year == year && round.Publication != null).Select(round => round.Id).SingleOrDefaultAsync(cancellationToken);
        return await PageAsync(roundId, db.Participants.Where(participant => participant.RoundId == roundId).TiedTo(User.Viewer()), $"/results?year={year}", cancellationToken);
    }

    private async Task<IActionResult> PageAsync(int roundId, IQueryable<Participant> chosen, string back, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(User.Viewer(), roundId, cancellationToken) is not { IsOpened: true } round)
            return NotFound();
        var slips = await db.SlipsAsync(round, chosen.Where(participant => participant.RoundId == roundId), cancellationToken);
        return slips.Count == 0 ? NotFound() : View("Index", new SlipList(round, slips, back, await school.GetAsync(cancellationToken)));
    }
}
