using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Grades;
using BranchGrading.Web.Views.Results;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>评定结果: after publication, branch and committee see their own grades and the reasons, nothing of others.</summary>
[Authorize(Policies.SeeResults)]
public sealed class ResultsController(GradingDbContext db) : Controller
{
    private const int PageSize = 100;

    [HttpGet("/results")]
    public async Task<IActionResult> Index(int? year, int? page, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var years = await db.Rounds.Where(round => round.Publication != null).OrderByDescending(round => round.Year).Select(round => round.Year).ToListAsync(cancellationToken);
        var shown = year ?? years.FirstOrDefault();
        var mine = db.Participants.VisibleTo(viewer);
        var visible = db.PublishedGrades.AsNoTracking().Where(grade => grade.Participant.Round.Year == shown && mine.Any(participant => participant.Id == grade.ParticipantId));
        var pager = Pager.Of(page, PageSize, await visible.CountAsync(cancellationToken), Request);
        var grades = await visible
            .OrderBy(grade => grade.Participant.CommitteeOrder).ThenBy(grade => grade.Participant.CommitteeId).ThenBy(grade => grade.Participant.DisplayOrder).ThenBy(grade => grade.Id)
            .Skip(pager.Skip).Take(pager.Size)
            .Select(grade => new { grade.ParticipantId, grade.Participant.RoundId, grade.Participant.BranchName, grade.Participant.CommitteeName, grade.Participant.Round.OpenedAt, grade.Participant.Round.Publication!.PublishedAt, grade.Participant.Round.Publication.FinalAt })
            .ToListAsync(cancellationToken);
        var results = await db.SnapshotsAsync(db.PublishedGrades.Where(grade => grades.Select(row => row.ParticipantId).Contains(grade.ParticipantId)), cancellationToken);
        var rows = grades.ConvertAll(grade => new ResultRow(
            grade.ParticipantId, grade.BranchName, grade.CommitteeName, results[grade.ParticipantId], GradingRound.StageOf(grade.OpenedAt, grade.PublishedAt, grade.FinalAt)));
        return View("Index", new ResultList(shown, years, rows, pager) { RoundId = grades.FirstOrDefault()?.RoundId });
    }

    [HttpGet("/results/{participantId:int}")]
    public async Task<IActionResult> Details(int participantId, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        var round = await db.Rounds.AsNoTracking().WithParts().SingleOrDefaultAsync(round => round.Publication != null && round.Participants.Any(participant => participant.Id == participantId), cancellationToken);
        return round is not null && await db.FindGradeAsync(round, participantId, viewer, cancellationToken) is { } grade
            ? View("Details", new GradePage(round, grade, MayDecide: false) { Items = await db.ItemsAsync(participantId, viewer, cancellationToken) })
            : NotFound();
    }
}
