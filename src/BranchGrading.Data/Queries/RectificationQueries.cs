using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads which branches have something to put right.</summary>
public static class RectificationQueries
{
    /// <summary>
    /// The branches at C or D, or all of them, in display order with their problems as handed in: by the published grade; before that by
    /// 初评等级, and where none is recorded by the band of the committee's score.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="round">The round.</param>
    /// <param name="committeeId">One committee; null for the school.</param>
    /// <param name="all">Whatever their grade.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<List<RectificationRow>> RectificationAsync(this GradingDbContext db, GradingRound round, int? committeeId, bool all, CancellationToken cancellationToken)
    {
        var chosen = db.Taking(round.Id).Where(participant => committeeId == null || participant.CommitteeId == committeeId);
        var ids = chosen.Select(participant => participant.Id);
        var participants = await chosen.AsNoTracking()
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .ToListAsync(cancellationToken);
        var reviews = await db.ToldReviews(round.Id).AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var published = await db.GradesInEffectAsync(round.Id, cancellationToken);
        var problems = (await db.Problems.AsNoTracking()
            .Where(row => ids.Contains(row.ParticipantId) && db.SelfAssessments.Any(assessment => assessment.ParticipantId == row.ParticipantId && assessment.SubmittedAt != null))
            .OrderBy(row => row.Order).ThenBy(row => row.Id).ToListAsync(cancellationToken)).ToLookup(row => row.ParticipantId);
        return participants.ConvertAll(participant =>
            {
                var review = reviews.GetValueOrDefault(participant.Id);
                Grade? grade = published.TryGetValue(participant.Id, out var settled) ? settled : review?.ProposedGrade ?? Band.Of(review?.Score, round.Rules);
                return new RectificationRow(participant, grade, round.Publication is null, review?.ContactLeader, [.. problems[participant.Id]]);
            })
            .FindAll(row => all || row.Grade is Grade.C or Grade.D);
    }
}
