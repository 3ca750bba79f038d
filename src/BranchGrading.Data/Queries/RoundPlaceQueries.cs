using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Where branches stand in the rounds that run: they keep what they froze, whatever changes (§2.1).</summary>
public static class RoundPlaceQueries
{
    /// <summary>For every round that is opened and not final, and each of the branches, what the round knows of it; the latest round first.</summary>
    public static async Task<List<RoundPlace>> RoundPlacesAsync(this GradingDbContext db, IReadOnlyCollection<int> branchIds, CancellationToken cancellationToken)
    {
        var rounds = (await db.Rounds.AsNoTracking().WithParts().Where(round => round.OpenedAt != null).OrderByDescending(round => round.Year).ToListAsync(cancellationToken))
            .Where(round => round.Stage != RoundStage.Final).ToList();
        var ids = rounds.Select(round => round.Id).ToList();
        var known = await db.Participants.Where(participant => ids.Contains(participant.RoundId) && branchIds.Contains(participant.BranchId))
            .Select(participant => new { participant.Id, participant.RoundId, participant.BranchId, participant.BranchName, participant.CommitteeName, participant.SecretaryName }).ToListAsync(cancellationToken);
        return
        [
            .. from round in rounds
               from branch in branchIds
               let participant = known.FirstOrDefault(row => row.RoundId == round.Id && row.BranchId == branch)
               select new RoundPlace(
                   round.Id, round.Year, round.Stage, branch, participant?.Id, round.Exclusions.Any(exclusion => exclusion.BranchId == branch),
                   participant?.BranchName, participant?.CommitteeName, participant?.SecretaryName),
        ];
    }
}
