using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using BranchGrading.Web.Filters;
using BranchGrading.Web.Security;
using BranchGrading.Web.Views.Rectification;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Controllers;

/// <summary>整改台账: how far the plans of all branches, or of the own committee's, are.</summary>
[Authorize(Policies.SeeRectification)]
public sealed class RectificationController(GradingDbContext db, SchoolClock clock) : Controller
{
    /// <summary>The board of the latest final round.</summary>
    [HttpGet("/rectification")]
    public async Task<IActionResult> Latest(CancellationToken cancellationToken)
    {
        var latest = await db.Rounds.Where(round => round.Publication!.FinalAt != null).OrderByDescending(round => round.Year).Select(round => (int?)round.Id).FirstOrDefaultAsync(cancellationToken);
        return latest is { } roundId ? Redirect($"/rounds/{roundId}/rectification") : View("Empty");
    }

    [HttpGet("/rounds/{roundId:int}/rectification")]
    public async Task<IActionResult> Index(int roundId, BoardFilter filter, CancellationToken cancellationToken)
    {
        if (await BoardAsync(roundId, filter, cancellationToken) is not { } board)
            return NotFound();
        var items = db.BoardItems(board.Round, User.Viewer(), board.Wanted(clock.Today));
        var pager = Pager.Of(filter.Page, BoardPage.PageSize, await items.CountAsync(cancellationToken), Request);
        var courses = board.FinalOn is { } finalOn ? await db.CoursesAsync(board.Round, User.Viewer(), filter.CommitteeId, finalOn, cancellationToken) : [];
        return View("Index", new BoardPage(board, User.Viewer(), await items.Skip(pager.Skip).Take(pager.Size).ToListAsync(cancellationToken), pager)
        {
            Picture = courses.Count == 0 ? null : BurnDownPicture.Of(courses, board.ChosenUnit, board.FinalOn!.Value, clock.Today),
        });
    }

    /// <summary>The items as filtered, in the columns of the import, and the figures.</summary>
    [HttpPost("/rounds/{roundId:int}/rectification/export"), NoFormKey]
    public async Task<IActionResult> Export(int roundId, BoardFilter filter, CancellationToken cancellationToken)
    {
        if (await BoardAsync(roundId, filter, cancellationToken) is not { } board)
            return NotFound();
        var items = await db.BoardItems(board.Round, User.Viewer(), board.Wanted(clock.Today)).ToListAsync(cancellationToken);
        await db.RecordAsync(AuditEvent.FormExported, $"{board.Round.Year} 年度整改事项，{items.Count} 项", null, cancellationToken);
        return File(Table.Write([BoardSheets.Items(board, items), BoardSheets.Units(board)]), ImportsController.Workbook, $"整改事项-{board.Round.Year}.xlsx");
    }

    private async Task<Board?> BoardAsync(int roundId, BoardFilter filter, CancellationToken cancellationToken)
    {
        var viewer = User.Viewer();
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round)
            return null;
        return new Board(
            round, await db.RectificationBoardAsync(round, viewer, clock.Today, cancellationToken), await db.BoardMonthsAsync(round, viewer, cancellationToken), filter, clock.Today);
    }
}
