using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>试算: a round graded by other rules. A handful of queries, whatever the number of branches, and nothing is stored.</summary>
public static class ScenarioQueries
{
    public static Task<List<Scenario>> ScenariosAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) =>
        db.Scenarios.AsNoTracking().Where(scenario => scenario.RoundId == roundId).OrderBy(scenario => scenario.Id).ToListAsync(cancellationToken);

    /// <summary>Grades the round as it is now, decisions and transfers included, once by each set of rules.</summary>
    public static async Task<IReadOnlyList<SimulatedGrades>> SimulateAsync(
        this GradingDbContext db, GradingRound round, IReadOnlyList<RoundRules> rules, CancellationToken cancellationToken)
    {
        var candidates = await db.CandidatesAsync(round, cancellationToken);
        // The stored totals were summed by the round's rule: another one is summed from the items again, once for all who ask.
        var otherwise = rules.Any(one => one.FairCounts != round.Rules.FairCounts)
            ? await ResumAsync(db, round.Id, candidates, !round.Rules.FairCounts, cancellationToken)
            : new SimulatedScores(candidates, 0, 0);
        return
        [
            .. from one in rules
               let scores = one.FairCounts == round.Rules.FairCounts ? new SimulatedScores(candidates, 0, 0) : otherwise
               select new SimulatedGrades(GradingService.Grade(scores.Candidates, one, round.Transfers()), scores.Resummed, scores.Changed),
        ];
    }

    /// <summary>
    /// The candidates with the superior scores that were summed on line summed anew: reviews as they were completed, re-scores by items. Totals that
    /// were imported, or given as such, stay.
    /// </summary>
    private static async Task<SimulatedScores> ResumAsync(
        GradingDbContext db, int roundId, List<GradingCandidate> candidates, bool fairCounts, CancellationToken cancellationToken)
    {
        var reviewed = (await db.ToldReviews(roundId).Where(review => review.Total != null && review.ImportedTotal == null && review.CompletedAt != null)
            .Select(review => review.ParticipantId).ToListAsync(cancellationToken)).ToHashSet();
        var rescored = (await db.SchoolEvaluations.Where(row => row.Participant.RoundId == roundId && row.IsByItems && row.Rescore != null)
            .Select(row => row.ParticipantId).ToListAsync(cancellationToken)).ToHashSet();
        if (reviewed.Count == 0 && rescored.Count == 0)
            return new SimulatedScores(candidates, 0, 0);

        var standardOf = await db.Participants.Where(participant => participant.RoundId == roundId)
            .Select(participant => new { participant.Id, participant.StandardId }).ToDictionaryAsync(row => row.Id, row => row.StandardId, cancellationToken);
        var used = standardOf.Values.Distinct().ToList();
        var standards = await db.Standards.WithItems().AsNoTracking().Where(standard => used.Contains(standard.Id)).ToDictionaryAsync(standard => standard.Id, cancellationToken);
        // Only what the sum needs: the notes beside 50,000 scores would be the greater part.
        var answers = (await db.ItemScores
                .Where(score => score.Participant.RoundId == roundId && (score.Scorer == Scorer.Committee || score.Scorer == Scorer.School))
                .Select(score => new { score.ParticipantId, score.Scorer, score.ItemId, score.Points, score.Option, score.Times })
                .ToListAsync(cancellationToken))
            .ToDictionary(score => (score.ParticipantId, score.Scorer, score.ItemId), score => new ItemAnswer { Points = score.Points, Option = score.Option, Times = score.Times });

        var changed = 0;
        var scored = candidates.ConvertAll(candidate =>
        {
            var review = reviewed.Contains(candidate.ParticipantId) ? SumOf(candidate, bySchool: false) : candidate.ReviewScore;
            var rescore = rescored.Contains(candidate.ParticipantId) ? SumOf(candidate, bySchool: true) ?? candidate.Rescore : candidate.Rescore;
            if ((rescore ?? review) != (candidate.Rescore ?? candidate.ReviewScore))
                changed++;
            return candidate with { ReviewScore = review, Rescore = rescore };
        });
        return new SimulatedScores(scored, candidates.Count(candidate => reviewed.Contains(candidate.ParticipantId) || rescored.Contains(candidate.ParticipantId)), changed);

        decimal? SumOf(GradingCandidate candidate, bool bySchool) => StandardScore.Superior(standards[standardOf[candidate.ParticipantId]], candidate.Type, item =>
        {
            var given = bySchool && item.IsSelfScored && answers.GetValueOrDefault((candidate.ParticipantId, Scorer.School, item.Id)) is { } own ? ItemPoints.Of(item, own) : null;
            return given ?? SuperiorPoints.Of(
                item, answers.GetValueOrDefault((candidate.ParticipantId, Scorer.Committee, item.Id)),
                item.Panel == Panel.Members ? candidate.MemberBallots : candidate.MassBallots, fairCounts);
        }).Score;
    }

    private sealed record SimulatedScores(List<GradingCandidate> Candidates, int Resummed, int Changed);
}
