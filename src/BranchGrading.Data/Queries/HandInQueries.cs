using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Reads hand-ins: of the round for the department, of one committee for its officers.</summary>
public static class HandInQueries
{
    /// <summary>One committee's; null where round or committee is hidden.</summary>
    public static async Task<CommitteeHandIns?> FindHandInsAsync(this GradingDbContext db, int roundId, int committeeId, Viewer viewer, CancellationToken cancellationToken)
    {
        if (await db.FindRoundAsync(viewer, roundId, cancellationToken) is not { IsOpened: true } round
            || !await db.Committees.VisibleTo(viewer).AnyAsync(committee => committee.Id == committeeId, cancellationToken))
            return null;
        return (await db.HandInsAsync(round, committeeId, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Every committee of a round, in display order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="round">The round.</param>
    /// <param name="only">One committee alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<List<CommitteeHandIns>> HandInsAsync(this GradingDbContext db, GradingRound round, int? only, CancellationToken cancellationToken)
    {
        var branches = await db.Participants.Where(participant => participant.RoundId == round.Id && (only == null || participant.CommitteeId == only))
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId).ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(participant => new BranchState(
                participant.CommitteeId, participant.CommitteeName, participant.BranchName,
                !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId),
                db.Reviews.Any(review => review.ParticipantId == participant.Id && review.CompletedAt != null),
                db.Reviews.Any(review => review.ParticipantId == participant.Id && review.CompletedAt != null && review.Total == null)))
            .ToListAsync(cancellationToken);
        var reports = await db.Reports.AsNoTracking().Include(report => report.Returned).AsSplitQuery()
            .Where(report => report.RoundId == round.Id && (only == null || report.CommitteeId == only)).ToDictionaryAsync(report => report.CommitteeId, cancellationToken);
        var handIns = (await db.HandIns.AsNoTracking().Include(handIn => handIn.Files)
            .Where(handIn => handIn.RoundId == round.Id && (only == null || handIn.CommitteeId == only)).OrderBy(handIn => handIn.Number).ToListAsync(cancellationToken)).ToLookup(handIn => handIn.CommitteeId);
        var extensions = (await db.Extensions.AsNoTracking()
            .Where(extension => extension.RoundId == round.Id && extension.Kind == DeadlineKind.HandIn && (only == null || extension.CommitteeId == only))
            .ToListAsync(cancellationToken)).ToLookup(extension => extension.CommitteeId);
        // What was handed in stays in sight, also where all branches were excluded since.
        return [.. branches.GroupBy(branch => branch.CommitteeId).Where(unit => unit.Any(branch => branch.Takes) || handIns.Contains(unit.Key)).Select(unit => new CommitteeHandIns(
            round, unit.Key, unit.First().CommitteeName, unit.Count(branch => branch.Takes),
            new HandInStanding(round.Deadlines.HandIn, WorkDeadlines.HandInOf(round.Deadlines, extensions[unit.Key]), [.. handIns[unit.Key]]),
            [.. MissingOf([.. unit.Where(branch => branch.Takes)], reports.GetValueOrDefault(unit.Key))]))];
    }

    /// <summary>A hand-in that is to be acted on; null where there is none.</summary>
    public static Task<HandIn?> FindHandInAsync(this GradingDbContext db, int roundId, int committeeId, int number, CancellationToken cancellationToken) =>
        db.HandIns.Include(handIn => handIn.Files).SingleOrDefaultAsync(handIn => handIn.RoundId == roundId && handIn.CommitteeId == committeeId && handIn.Number == number, cancellationToken);

    /// <summary>The scanned pages of hand-ins, by hand-in.</summary>
    public static async Task<ILookup<int, Attachment>> ScansAsync(this GradingDbContext db, IReadOnlyCollection<int> handInIds, CancellationToken cancellationToken) =>
        (await db.Attachments.AsNoTracking().Where(attachment => attachment.HandInId != null && handInIds.Contains(attachment.HandInId.Value)).OrderBy(attachment => attachment.Id).ToListAsync(cancellationToken))
        .ToLookup(attachment => attachment.HandInId!.Value);

    /// <summary>A committee that worked on paper has no report to hand up: its imported results stand for it.</summary>
    private static IEnumerable<string> MissingOf(List<BranchState> branches, CommitteeReport? report)
    {
        if (branches.Count == 0)
        {
            yield return "现在没有参评的支部，不用再报送";
            yield break;
        }

        if (report is { IsSubmitted: true })
        {
            if (report.Returned.Any(branch => branch.SettledAt is null))
                yield return "报告里有支部被退回，请改完";
            yield break;
        }

        if (report is { ReturnedAt: not null })
        {
            yield return "初评意见报告被退回，请改完重新上报";
            yield break;
        }

        foreach (var branch in branches.Where(branch => !branch.IsReviewed))
            yield return $"「{branch.Name}」还没有完成初评";
        if (!branches.TrueForAll(branch => branch.IsFromPaper))
            yield return "初评意见报告还没有上报";
    }

    private sealed record BranchState(int CommitteeId, string CommitteeName, string Name, bool Takes, bool IsReviewed, bool IsFromPaper);
}
