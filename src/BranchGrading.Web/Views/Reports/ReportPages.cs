using BranchGrading.Data;
using BranchGrading.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Views.Reports;

/// <summary>Loads the page of one committee's report.</summary>
public static class ReportPages
{
    /// <summary>The page; null where round or committee are hidden from the viewer, or nobody of the committee takes part.</summary>
    public static async Task<ReportPage?> ReportPageAsync(this GradingDbContext db, int roundId, int committeeId, Viewer viewer, SchoolClock clock, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round
            || !await db.Committees.VisibleTo(viewer).AnyAsync(committee => committee.Id == committeeId, cancellationToken))
            return null;
        var branches = await db.CommitteePapersAsync(round, committeeId, viewer, cancellationToken);
        return branches.Count == 0
            ? null
            : new ReportPage(round, branches, await db.StandingsAsync(round, committeeId, cancellationToken), ReportForm.Of(branches), clock, viewer);
    }
}
