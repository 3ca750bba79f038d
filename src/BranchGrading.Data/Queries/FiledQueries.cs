using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads the papers of many branches at once, to be read alone: a handful of queries, whatever their number.</summary>
public static class FiledQueries
{
    /// <summary>What 附表3 tells of a committee's branches, in display order.</summary>
    public static Task<List<FiledPapers>> PapersOfCommitteeAsync(this GradingDbContext db, GradingRound round, int committeeId, bool toldOnly, CancellationToken cancellationToken) =>
        db.FiledAsync(round, db.Taking(round.Id).Where(participant => participant.CommitteeId == committeeId), toldOnly, cancellationToken);

    /// <summary>The same of one branch.</summary>
    public static async Task<FiledPapers> PapersOfBranchAsync(this GradingDbContext db, GradingRound round, int participantId, bool toldOnly, CancellationToken cancellationToken) =>
        (await db.FiledAsync(round, db.Taking(round.Id).Where(participant => participant.Id == participantId), toldOnly, cancellationToken)).Single();

    /// <param name="db">The database.</param>
    /// <param name="round">The round.</param>
    /// <param name="chosen">The branches.</param>
    /// <param name="toldOnly">For the school: without what the committee is still working on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    internal static async Task<List<FiledPapers>> FiledAsync(this GradingDbContext db, GradingRound round, IQueryable<Participant> chosen, bool toldOnly, CancellationToken cancellationToken)
    {
        var ids = chosen.Select(participant => participant.Id);
        var participants = await chosen.AsNoTracking().OrderBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id).ToListAsync(cancellationToken);
        var standards = new Dictionary<int, ScoringStandard>();
        foreach (var id in participants.Select(participant => participant.StandardId).Distinct())
            standards[id] = (await db.FindStandardAsync(id, cancellationToken))!;
        var assessments = await db.SelfAssessments.AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var reviews = await (toldOnly ? db.ToldReviews(round.Id) : db.Reviews).AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var votes = await db.Evaluations.AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToDictionaryAsync(row => (row.ParticipantId, row.Panel), cancellationToken);
        var evaluations = await db.SchoolEvaluations.AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var scores = (await db.ItemScores.AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToListAsync(cancellationToken))
            .Where(row => !toldOnly || row.Scorer != Scorer.Committee || reviews.ContainsKey(row.ParticipantId)).ToLookup(row => row.ParticipantId);
        var answers = (await db.InvestigationAnswers.AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToListAsync(cancellationToken))
            .Where(row => !toldOnly || row.Scorer != Scorer.Committee || reviews.ContainsKey(row.ParticipantId)).ToLookup(row => row.ParticipantId);
        var texts = (await db.ReportTexts.AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).ToListAsync(cancellationToken)).ToLookup(row => row.ParticipantId);
        var problems = (await db.Problems.AsNoTracking().Where(row => ids.Contains(row.ParticipantId)).OrderBy(row => row.Order).ThenBy(row => row.Id).ToListAsync(cancellationToken))
            .ToLookup(row => row.ParticipantId);
        return participants.ConvertAll(participant => new FiledPapers(
            PaperQueries.PaperOf(
                participant, standards[participant.StandardId], assessments.GetValueOrDefault(participant.Id), [.. scores[participant.Id]], [.. answers[participant.Id]],
                [.. texts[participant.Id]], [.. problems[participant.Id]], [], reviews.GetValueOrDefault(participant.Id),
                votes.GetValueOrDefault((participant.Id, Panel.Members)), votes.GetValueOrDefault((participant.Id, Panel.Masses)), round.Rules),
            evaluations.GetValueOrDefault(participant.Id),
            [.. scores[participant.Id].Where(score => score.Scorer == Scorer.School)]));
    }
}
