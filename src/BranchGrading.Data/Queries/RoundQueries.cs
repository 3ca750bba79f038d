using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads a round in the shape the rules want: a handful of queries, whatever the number of branches.</summary>
public static class RoundQueries
{
    /// <summary>The round with what its pages and rules need, but no participants.</summary>
    public static Task<GradingRound?> FindRoundAsync(this GradingDbContext db, Viewer viewer, int roundId, CancellationToken cancellationToken) =>
        WithParts(db.Rounds).VisibleTo(viewer).SingleOrDefaultAsync(round => round.Id == roundId, cancellationToken);

    /// <summary>The parts of a round that its own methods read.</summary>
    public static IQueryable<GradingRound> WithParts(this IQueryable<GradingRound> rounds) => rounds
        .Include(round => round.Standards).Include(round => round.Exclusions).Include(round => round.RuleChanges)
        .Include(round => round.PlaceTransfers).Include(round => round.Publication)
        .AsSplitQuery();

    /// <summary>
    /// The participants of a round, those excluded left out, in display order.
    /// </summary>
    public static Task<List<Participant>> ParticipantsAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) =>
        InOrderAsync(Taking(db, roundId), cancellationToken);

    /// <summary>Those of one committee, as it was at the opening.</summary>
    public static Task<List<Participant>> ParticipantsAsync(this GradingDbContext db, int roundId, int committeeId, CancellationToken cancellationToken) =>
        InOrderAsync(Taking(db, roundId).Where(participant => participant.CommitteeId == committeeId), cancellationToken);

    /// <summary>What the rules read of every participant (§3), in display order.</summary>
    public static async Task<List<GradingCandidate>> CandidatesAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken) =>
        (await InputsAsync(db, round, cancellationToken)).ConvertAll(input => input.Candidate);

    /// <summary>Runs the rules over the round as it is now.</summary>
    public static async Task<GradingResult> GradeAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken) =>
        GradingService.Grade(await db.CandidatesAsync(round, cancellationToken), round.Rules, round.Transfers());

    /// <summary>Whether a committee has reported, on line or on paper; from then on only the cap may change (§2.1).</summary>
    public static async Task<bool> HasCommitteeResultsAsync(this GradingDbContext db, int roundId, CancellationToken cancellationToken) =>
        await db.Reports.AnyAsync(report => report.RoundId == roundId && (report.SubmittedAt != null || report.ReturnedAt != null), cancellationToken)
        || await db.Reviews.AnyAsync(review => review.Participant.RoundId == roundId && review.CompletedAt != null && review.Total == null, cancellationToken);

    /// <summary>
    /// The reviews that the committees have told: completed ones, and those of a report that is up, as a 直属党支部's before it is scored. What is still worked on is the committee's own.
    /// </summary>
    public static IQueryable<PreliminaryReview> ToldReviews(this GradingDbContext db, int roundId) => db.Reviews.Where(review => review.Participant.RoundId == roundId
        && (review.CompletedAt != null || db.Reports.Any(report => report.RoundId == roundId && report.CommitteeId == review.Participant.CommitteeId && report.SubmittedAt != null
            && !report.Returned.Any(branch => branch.ParticipantId == review.ParticipantId && branch.SettledAt == null))));

    public static IReadOnlyList<QuotaTransfer> Transfers(this GradingRound round) =>
        round.PlaceTransfers.Select(transfer => new QuotaTransfer(transfer.FromGroup, transfer.ToGroup, transfer.Places, transfer.Reason)).ToList();

    /// <summary>Every participant with its result: computed, or as published once it is.</summary>
    /// <param name="db">The database.</param>
    /// <param name="round">The round with its parts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="asPublished">Leaves out what was corrected once the round was final.</param>
    public static async Task<RoundSheet> SheetAsync(this GradingDbContext db, GradingRound round, CancellationToken cancellationToken, bool asPublished = false)
    {
        var inputs = await InputsAsync(db, round, cancellationToken);
        if (round.Publication is { } publication)
        {
            var published = await db.SnapshotsAsync(db.PublishedGrades.Where(grade => grade.PublicationId == publication.Id), cancellationToken);
            return new RoundSheet(round, RowsOf(inputs, id => asPublished ? published[id].AsPublished() : published[id]), publication.Places, GradeSnapshot.Read<List<CapGroup>>(publication.GroupsJson));
        }

        var result = GradingService.Grade(inputs.ConvertAll(input => input.Candidate), round.Rules, round.Transfers());
        return new RoundSheet(round, RowsOf(inputs, id => GradeSnapshot.Of(result.Find(id)!)), result.Places, result.Groups);
    }

    private static List<RoundSheetRow> RowsOf(List<Input> inputs, Func<int, GradeSnapshot> resultOf)
    {
        var results = inputs.ToDictionary(input => input.Participant.Id, input => resultOf(input.Participant.Id));
        var anomalies = AnomaliesOf(inputs, id => results[id]);
        return inputs.ConvertAll(input => new RoundSheetRow(input.Participant, results[input.Participant.Id], input.Review?.ProposedGrade, input.Review?.Opinion)
        {
            Anomalies = anomalies.GetValueOrDefault(input.Participant.Id, []),
        });
    }

    private static IReadOnlyDictionary<int, IReadOnlyList<Anomaly>> AnomaliesOf(List<Input> inputs, Func<int, GradeSnapshot> resultOf) => Anomalies.Of(inputs.ConvertAll(input =>
    {
        var result = resultOf(input.Participant.Id);
        return new AnomalyInput(
            input.Participant.Id, input.Participant.CommitteeId, result.SelfScore, result.Superior, input.Review?.Score, input.Candidate.MemberBallots, input.Candidate.MassBallots,
            result.MemberSatisfaction, result.MassSatisfaction, input.Review?.ProposedGrade, result.Computed, result.Grade, result.PreviousGrade, result.PreviousYear);
    }));

    /// <summary>One branch with every step of its explanation, computed now or as published; null when it is not there for the viewer.</summary>
    public static async Task<BranchGrade?> FindGradeAsync(this GradingDbContext db, GradingRound round, int participantId, Viewer viewer, CancellationToken cancellationToken)
    {
        var participant = await Taking(db, round.Id).AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(participant => participant.Id == participantId, cancellationToken);
        if (participant is null)
            return null;
        var (snapshot, anomalies) = await ResultOfAsync(db, round, participantId, viewer, cancellationToken);
        var votes = await db.Evaluations.AsNoTracking().Where(evaluation => evaluation.ParticipantId == participantId).ToDictionaryAsync(evaluation => evaluation.Panel, cancellationToken);
        return new BranchGrade(
            participant,
            snapshot,
            await db.SelfAssessments.AsNoTracking().SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken),
            await db.ToldReviews(round.Id).AsNoTracking().SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken),
            await db.SchoolEvaluations.AsNoTracking().SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken),
            await db.Decisions.AsNoTracking().SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken),
            await db.Waivers.AsNoTracking().SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken),
            await db.PredecessorGrades.AsNoTracking().Include(row => row.PastGrade.Branch).SingleOrDefaultAsync(row => row.ParticipantId == participantId, cancellationToken),
            votes.GetValueOrDefault(Panel.Members)?.Count,
            votes.GetValueOrDefault(Panel.Masses)?.Count)
        {
            Anomalies = anomalies,
        };
    }

    /// <summary>The result with its walk, and what stands out of it to those who see the whole school.</summary>
    private static async Task<(GradeSnapshot Result, IReadOnlyList<Anomaly> Anomalies)> ResultOfAsync(
        GradingDbContext db, GradingRound round, int participantId, Viewer viewer, CancellationToken cancellationToken)
    {
        if ((await db.SnapshotsAsync(db.PublishedGrades.Where(grade => grade.ParticipantId == participantId), cancellationToken)).TryGetValue(participantId, out var kept))
        {
            return (kept, viewer.SeesSchool ? await AnomaliesOfKeptAsync(db, round, participantId, cancellationToken) : []);
        }

        var inputs = await InputsAsync(db, round, cancellationToken);
        var result = GradingService.Grade(inputs.ConvertAll(input => input.Candidate), round.Rules, round.Transfers());
        var anomalies = AnomaliesOf(inputs, id => GradeSnapshot.Of(result.Find(id)!));
        return (GradeSnapshot.Of(result.Find(participantId)!, withWalk: true), anomalies.GetValueOrDefault(participantId, []));
    }

    /// <summary>What stands out of one published branch; only its committee is looked at with it.</summary>
    private static async Task<IReadOnlyList<Anomaly>> AnomaliesOfKeptAsync(GradingDbContext db, GradingRound round, int participantId, CancellationToken cancellationToken)
    {
        var inputs = await InputsAsync(db, round, cancellationToken);
        var committee = inputs.First(input => input.Participant.Id == participantId).Participant.CommitteeId;
        var own = inputs.FindAll(input => input.Participant.CommitteeId == committee);
        var results = await db.SnapshotsAsync(db.PublishedGrades.Where(grade => grade.PublicationId == round.Publication!.Id && grade.Participant.CommitteeId == committee), cancellationToken);
        return AnomaliesOf(own, id => results[id]).GetValueOrDefault(participantId, []);
    }

    /// <summary>The results of some participants with every step, computed now or as published.</summary>
    internal static async Task<Dictionary<int, GradeSnapshot>> ResultsAsync(this GradingDbContext db, GradingRound round, IQueryable<Participant> chosen, CancellationToken cancellationToken)
    {
        if (round.Publication is not null)
        {
            return await db.SnapshotsAsync(db.PublishedGrades.Where(grade => chosen.Any(participant => participant.Id == grade.ParticipantId)), cancellationToken);
        }

        var ids = await chosen.Select(participant => participant.Id).ToListAsync(cancellationToken);
        var result = await db.GradeAsync(round, cancellationToken);
        return ids.ToDictionary(id => id, id => GradeSnapshot.Of(result.Find(id)!, withWalk: true));
    }

    /// <summary>The participants of a round, those excluded left out.</summary>
    internal static IQueryable<Participant> Taking(this GradingDbContext db, int roundId) => db.Participants
        .Where(participant => participant.RoundId == roundId && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));

    private static Task<List<Participant>> InOrderAsync(IQueryable<Participant> participants, CancellationToken cancellationToken) =>
        participants.AsNoTracking()
            .OrderBy(participant => participant.CommitteeOrder).ThenBy(participant => participant.CommitteeId)
            .ThenBy(participant => participant.DisplayOrder).ThenBy(participant => participant.Id)
            .ToListAsync(cancellationToken);

    private static async Task<List<Input>> InputsAsync(GradingDbContext db, GradingRound round, CancellationToken cancellationToken)
    {
        var participants = await db.ParticipantsAsync(round.Id, cancellationToken);
        // The rest of an assessment or a review is long, and there are two thousand of them.
        var selfScores = await db.SelfAssessments.Where(row => row.Participant.RoundId == round.Id && row.SubmittedAt != null)
            .Select(row => new { row.ParticipantId, Score = row.ImportedTotal ?? row.Total }).ToDictionaryAsync(row => row.ParticipantId, row => row.Score, cancellationToken);
        var reviews = await db.ToldReviews(round.Id)
            .Select(row => new ToldReview(row.ParticipantId, row.CompletedAt != null, row.ImportedTotal ?? row.Total, row.Vetoed, row.ProposedGrade, row.Opinion))
            .ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var evaluations = await db.Evaluations.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => (row.ParticipantId, row.Panel), cancellationToken);
        var rescores = await db.SchoolEvaluations.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var decisions = await db.Decisions.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var waivers = await db.Waivers.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var earlier = await db.PreviousGradesAsync(db.Taking(round.Id), round.Year, cancellationToken);
        return participants.ConvertAll(participant =>
        {
            var review = reviews.GetValueOrDefault(participant.Id);
            var school = rescores.GetValueOrDefault(participant.Id);
            var waiver = waivers.GetValueOrDefault(participant.Id);
            var decision = decisions.GetValueOrDefault(participant.Id);
            var previous = earlier.GetValueOrDefault(participant.Id);
            return new Input(participant, review, new GradingCandidate
            {
                ParticipantId = participant.Id,
                BranchName = participant.BranchName,
                CommitteeId = participant.CommitteeId,
                CommitteeName = participant.CommitteeName,
                CommitteeCode = participant.CommitteeCode,
                CommitteeOrder = participant.CommitteeOrder,
                Type = participant.BranchType,
                SelfScore = selfScores.GetValueOrDefault(participant.Id),
                ReviewScore = review?.Score,
                Rescore = school?.Rescore,
                MemberBallots = evaluations.GetValueOrDefault((participant.Id, Panel.Members))?.Count,
                MassBallots = evaluations.GetValueOrDefault((participant.Id, Panel.Masses))?.Count,
                Vetoed = review is { VetoApplies: true } || school is { Vetoed: true },
                VetoBy = review is { VetoApplies: true } ? "初评" : school is { Vetoed: true } ? "学校考评" : null,
                PreviousGrade = previous?.Grade,
                PreviousYear = previous?.Year,
                Predecessor = previous?.Predecessor,
                Approval = waiver is null ? null : new LevelSkippingApproval(waiver.ApprovedBy, waiver.Reason, waiver.DocumentNumber),
                Decision = decision is null ? null : new GradeDecision(decision.Grade, decision.Reason),
            });
        });
    }

    private sealed record Input(Participant Participant, ToldReview? Review, GradingCandidate Candidate);

    /// <summary>What grading, forms and the desk read of a review; one that is not completed has an opinion, but no score and no veto that counts.</summary>
    private sealed record ToldReview(int ParticipantId, bool IsCompleted, decimal? Total, bool Vetoed, Grade? ProposedGrade, string? Opinion)
    {
        public decimal? Score => IsCompleted ? Total : null;

        public bool VetoApplies => IsCompleted && Vetoed;
    }
}
