using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads what a committee keeps in sight while it reviews: where its branches come from, and how many A's it proposes.</summary>
public static class StandingQueries
{
    /// <summary>The standing of every branch of a committee in a round, by participant.</summary>
    public static async Task<Dictionary<int, BranchStanding>> StandingsAsync(this GradingDbContext db, GradingRound round, int committeeId, CancellationToken cancellationToken)
    {
        var participants = db.Participants.Where(participant => participant.RoundId == round.Id && participant.CommitteeId == committeeId);
        var ids = await participants.Select(participant => participant.Id).ToListAsync(cancellationToken);
        var grades = await db.PreviousGradesAsync(participants, round.Year, cancellationToken);
        var waivers = await db.Waivers.Where(waiver => participants.Any(participant => participant.Id == waiver.ParticipantId)).Select(waiver => waiver.ParticipantId).ToListAsync(cancellationToken);
        return ids.ToDictionary(id => id, id => new BranchStanding(grades.GetValueOrDefault(id), waivers.Contains(id), round.Rules.NoLevelSkipping));
    }

    /// <summary>How many branches a committee has in the round, for how many it proposes A, and its guide number ⌊branches × cap⌋, which is no limit (§2.3).</summary>
    public static async Task<ProposedPlaces> ProposedPlacesAsync(this GradingDbContext db, GradingRound round, int committeeId, CancellationToken cancellationToken)
    {
        var own = await db.ParticipantsAsync(round.Id, committeeId, cancellationToken);
        var ids = own.ConvertAll(participant => participant.Id);
        var proposed = await db.Reviews.CountAsync(review => ids.Contains(review.ParticipantId) && review.ProposedGrade == Grade.A, cancellationToken);
        return new ProposedPlaces(own.Count, proposed, round.Rules.CapShare);
    }
}
