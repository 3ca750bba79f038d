using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads which branches have something to put right.</summary>
public static class RectificationQueries
{
    /// <summary>
    /// The branches at C or D, or all of them, in display order: by the published grade, as corrected; before that by
    /// 初评等级, and where none is recorded by the band of the committee's score. With the items of the plan once it was handed in, before that with the problems as handed in.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="round">The round.</param>
    /// <param name="committeeId">One committee; null for the school.</param>
    /// <param name="all">Whatever their grade.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public static async Task<List<RectificationRow>> RectificationAsync(this GradingDbContext db, GradingRound round, int? committeeId, bool all, CancellationToken cancellationToken)
    {
        var chosen = db.Taking(round.Id).Where(participant => committeeId == null || participant.CommitteeId == committeeId);
        var grades = await db.RectificationGradesAsync(round, chosen, cancellationToken);
        var participants = (await chosen.AsNoTracking()
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .ToListAsync(cancellationToken)).FindAll(participant => all || grades.GetValueOrDefault(participant.Id) is Grade.C or Grade.D);
        var ids = participants.ConvertAll(participant => participant.Id);
        var leaders = await db.ToldReviews(round.Id).Where(review => ids.Contains(review.ParticipantId))
            .Select(review => new { review.ParticipantId, review.ContactLeader }).ToDictionaryAsync(review => review.ParticipantId, review => review.ContactLeader, cancellationToken);
        var items = await db.ItemLinesAsync(round, ids, leaders, cancellationToken);
        var problems = (await db.Problems.AsNoTracking()
            .Where(row => ids.Contains(row.ParticipantId) && db.SelfAssessments.Any(assessment => assessment.ParticipantId == row.ParticipantId && assessment.SubmittedAt != null))
            .OrderBy(row => row.Order).ThenBy(row => row.Id).ToListAsync(cancellationToken)).ToLookup(row => row.ParticipantId);
        return participants.ConvertAll(participant =>
        {
            var leader = leaders.GetValueOrDefault(participant.Id);
            return new RectificationRow(
                participant, grades.GetValueOrDefault(participant.Id), round.Publication is null, leader,
                items.GetValueOrDefault(participant.Id) ?? [.. problems[participant.Id].Select(problem =>
                    new RectificationLine(problem.Description, problem.Measure, problem.ResponsiblePerson, leader, problem.DueOn, problem.TargetGrade))]);
        });
    }

    /// <summary>Grades as rectification reads them, by participant: of every branch that in effect, once published; before that the proposed ones of the participants given, who are those whose review is read.</summary>
    public static async Task<Dictionary<int, Grade?>> RectificationGradesAsync(this GradingDbContext db, GradingRound round, IQueryable<Participant> reviewed, CancellationToken cancellationToken) =>
        round.Publication is not null
            ? (await db.GradesInEffectAsync(round.Id, cancellationToken)).ToDictionary(pair => pair.Key, pair => (Grade?)pair.Value)
            : await db.ProposedGradesAsync(round, reviewed, cancellationToken);

    /// <summary>初评等级, else the band of the committee's score, by participant; whoever asks sees to it that the viewer may read them.</summary>
    public static async Task<Dictionary<int, Grade?>> ProposedGradesAsync(this GradingDbContext db, GradingRound round, IQueryable<Participant> participants, CancellationToken cancellationToken)
    {
        var reviews = await db.ToldReviews(round.Id).Where(review => participants.Any(participant => participant.Id == review.ParticipantId))
            .Select(review => new { review.ParticipantId, review.ProposedGrade, Score = review.CompletedAt != null ? review.ImportedTotal ?? review.Total : null }).ToListAsync(cancellationToken);
        return reviews.ToDictionary(review => review.ParticipantId, review => review.ProposedGrade ?? Band.Of(review.Score, round.Rules));
    }

    /// <summary>The items of the plans that were handed in at least once, by participant.</summary>
    private static async Task<Dictionary<int, List<RectificationLine>>> ItemLinesAsync(
        this GradingDbContext db, GradingRound round, List<int> ids, Dictionary<int, string?> leaders, CancellationToken cancellationToken)
    {
        var plans = await db.Plans.AsNoTracking().Include(plan => plan.Items).Include(plan => plan.Returns).AsSplitQuery()
            .Where(plan => ids.Contains(plan.ParticipantId) && (plan.SubmittedAt != null || plan.Returns.Any())).ToListAsync(cancellationToken);
        var planIds = plans.ConvertAll(plan => plan.Id);
        // The last of each kind is enough.
        var entries = (await db.Set<PlanEntry>().AsNoTracking()
            .Where(entry => db.PlanItems.Any(item => item.Id == entry.ItemId && planIds.Contains(item.PlanId))
                && !db.Set<PlanEntry>().Any(later => later.ItemId == entry.ItemId && later.Kind == entry.Kind && later.Id > entry.Id))
            .OrderBy(entry => entry.Id).ToListAsync(cancellationToken)).ToLookup(entry => entry.ItemId);
        return plans.ToDictionary(plan => plan.ParticipantId, plan => plan.Items.OrderBy(item => item.Order).Select(item => new RectificationLine(
            item.Problem, item.Measure, item.ResponsiblePerson,
            item.ContactLeader.Length > 0 ? item.ContactLeader : plan.ContactLeader.Length > 0 ? plan.ContactLeader : leaders.GetValueOrDefault(plan.ParticipantId), item.DueOn, item.TargetGrade)
        {
            Cause = item.Cause,
            State = plan.StateOf(round.Stage == RoundStage.Final),
            Percent = round.Stage == RoundStage.Final && (plan.ApprovedAt is not null || entries[item.Id].Any()) ? item.Percent : null,
            IsWaiting = item.State == PlanItemState.Requested,
            IsAccepted = item.State == PlanItemState.Accepted,
            Told = entries[item.Id].LastOrDefault(entry => entry.Kind is PlanEntryKind.Progress or PlanEntryKind.Request),
            SpotCheck = entries[item.Id].LastOrDefault(entry => entry.Kind == PlanEntryKind.SpotCheck),
            Verdict = entries[item.Id].LastOrDefault(entry => entry.Kind is PlanEntryKind.Accept or PlanEntryKind.Refuse or PlanEntryKind.Reopen),
        }).ToList());
    }
}
