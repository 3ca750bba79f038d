using BranchGrading.Data.Auditing;
using BranchGrading.Domain;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>先进党支部推荐 (§3.9): who may be recommended, recommending and taking it back.</summary>
public static class RecommendationActs
{
    /// <summary>All branches of a round that the viewer may recommend of, with grade and recommendations, in display order: the department's all, of an officer those of the own committee.</summary>
    public static async Task<List<RecommendationRow>> RecommendationsAsync(this GradingDbContext db, Viewer viewer, int roundId, CancellationToken cancellationToken)
    {
        var grades = await db.GradesInEffectAsync(roundId, cancellationToken);
        var entries = (await db.Recommendations.AsNoTracking().Where(entry => entry.Participant.RoundId == roundId)
            .Select(entry => new RecommendationEntry(entry.ParticipantId, entry.Level, entry.Grounds, entry.RecommendedBy, entry.RecommendedAt))
            .ToListAsync(cancellationToken)).ToLookup(entry => entry.ParticipantId);
        var participants = await db.RecommendableBy(viewer, roundId).AsNoTracking()
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId).ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .Select(participant => new { participant.Id, participant.CommitteeId, participant.CommitteeName, participant.BranchName, participant.SecretaryName }).ToListAsync(cancellationToken);
        return participants.ConvertAll(participant => new RecommendationRow(
            participant.Id, participant.CommitteeId, participant.CommitteeName, participant.BranchName, participant.SecretaryName,
            grades.TryGetValue(participant.Id, out var grade) ? grade : null, [.. entries[participant.Id].OrderBy(entry => entry.Level)]));
    }

    /// <summary>Recommends branches at one level: all of them, or none.</summary>
    /// <exception cref="RuleViolationException">One of them is not A, or is recommended at that level already, or the round is not final.</exception>
    public static Task RecommendAsync(
        this GradingDbContext db, int roundId, IReadOnlyCollection<int> participantIds, RecommendationLevel level, string? grounds, string by, DateTime at, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            // A correction that comes at the same moment waits, or has been before: nobody is recommended by a grade that no longer stands.
            await db.LockRoundAsync(roundId, cancellationToken);
            var grades = await db.GradesInEffectAsync(roundId, cancellationToken);
            var participants = await db.Participants.Include(participant => participant.Round.Publication)
                .Where(participant => participant.RoundId == roundId && participantIds.Contains(participant.Id))
                .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId).ThenBy(participant => participant.DisplayOrder).ToListAsync(cancellationToken);
            var known = await db.Recommendations.Where(entry => entry.Participant.RoundId == roundId && entry.Level == level).Select(entry => entry.ParticipantId).ToListAsync(cancellationToken);
            foreach (var participant in participants)
            {
                db.Add(new Recommendation(participant, grades.TryGetValue(participant.Id, out var grade) ? grade : null, level, grounds, by, at));
                if (known.Contains(participant.Id))
                    throw new RuleViolationException($"「{participant.BranchName}」已经推荐为{level.Word()}先进党支部，不用重复推荐；要改推荐理由，请先撤销这条推荐。");
            }

            db.Audit.Describe(AuditEvent.BranchRecommended, $"{participants[0].Round.Year} 年度，{level.Word()}：{string.Join('、', participants.Select(participant => participant.BranchName))}", grounds);
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>The participants of a round that the viewer may recommend.</summary>
    public static IQueryable<Participant> RecommendableBy(this GradingDbContext db, Viewer viewer, int roundId)
    {
        var participants = db.Participants.Where(participant => participant.RoundId == roundId);
        if (viewer.IsDepartment)
            return participants;
        var own = db.Committees.LedBy(viewer);
        return participants.Where(participant => own.Any(committee => committee.Id == participant.CommitteeId));
    }
}
