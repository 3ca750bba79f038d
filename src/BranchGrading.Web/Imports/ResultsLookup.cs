using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>The participants a viewer may write results for, with what is recorded for them, tracked.</summary>
internal sealed class ResultsLookup
{
    private readonly Dictionary<(string Committee, string Branch), Participant> _participants = [];

    public required Dictionary<int, SelfAssessment> SelfAssessments { get; init; }

    public required Dictionary<int, PreliminaryReview> Reviews { get; init; }

    /// <summary>Participants reviewed item by item, and whether that review is completed.</summary>
    public required Dictionary<int, bool> OnLineReviews { get; init; }

    /// <summary>Participants whose review a committee's report locks.</summary>
    public required HashSet<int> LockedBranches { get; init; }

    public required Dictionary<int, SchoolEvaluation> SchoolEvaluations { get; init; }

    public required Dictionary<(int, Panel), DemocraticEvaluation> Evaluations { get; init; }

    public required Dictionary<int, FinalDecision> Decisions { get; init; }

    public required HashSet<int> ExcludedBranches { get; init; }

    public required HashSet<string> CommitteeNames { get; init; }

    /// <summary>Branches that the viewer leads as secretary: nobody reviews what he leads, but a 直属党支部 has no one else (§1).</summary>
    public required HashSet<int> OwnBranches { get; init; }

    public static async Task<ResultsLookup> LoadAsync(GradingDbContext db, GradingRound round, Viewer viewer, CancellationToken cancellationToken)
    {
        var writable = db.Participants.Where(participant => participant.RoundId == round.Id);
        if (!viewer.IsDepartment)
        {
            // Seeing is not writing: an officer writes for the own committees, whatever another role lets the same account see.
            var own = db.Committees.LedBy(viewer).Select(committee => committee.Id);
            writable = writable.Where(participant => own.Contains(participant.CommitteeId));
        }

        var participants = await writable.ToListAsync(cancellationToken);
        var reviews = await db.Reviews.Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => row.ParticipantId, cancellationToken);
        var scored = await db.ItemScores.Where(score => score.Participant.RoundId == round.Id && score.Scorer == Scorer.Committee).Select(score => score.ParticipantId).Distinct().ToListAsync(cancellationToken);
        var reports = await db.Reports.AsNoTracking().Include(report => report.Returned).Where(report => report.RoundId == round.Id && report.SubmittedAt != null)
            .ToDictionaryAsync(report => report.CommitteeId, cancellationToken);
        var lookup = new ResultsLookup
        {
            SelfAssessments = await db.SelfAssessments.Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => row.ParticipantId, cancellationToken),
            Reviews = reviews,
            OnLineReviews = scored.Union(reviews.Values.Where(review => review.Total is not null).Select(review => review.ParticipantId))
                .ToDictionary(id => id, id => reviews.GetValueOrDefault(id) is { IsCompleted: true }),
            LockedBranches = participants.Where(participant => reports.GetValueOrDefault(participant.CommitteeId)?.Locks(participant.Id) == true).Select(participant => participant.Id).ToHashSet(),
            SchoolEvaluations = await db.SchoolEvaluations.Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => row.ParticipantId, cancellationToken),
            Evaluations = await db.Evaluations.Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => (row.ParticipantId, row.Panel), cancellationToken),
            Decisions = await db.Decisions.AsNoTracking().Where(row => row.Participant.RoundId == round.Id).ToDictionaryAsync(row => row.ParticipantId, cancellationToken),
            ExcludedBranches = round.Exclusions.Select(exclusion => exclusion.BranchId).ToHashSet(),
            CommitteeNames = participants.Select(participant => NameKey.Of(participant.CommitteeName)).ToHashSet(),
            OwnBranches = (await db.Terms
                .Where(term => term.PersonId == viewer.PersonId && term.Post == Post.Secretary && term.To == null && term.BranchId != null
                    && term.Branch!.Committee.Kind != CommitteeKind.DirectBranch)
                .Select(term => term.BranchId!.Value).ToListAsync(cancellationToken)).ToHashSet(),
        };
        foreach (var participant in participants)
            lookup._participants[(NameKey.Of(participant.CommitteeName), NameKey.Of(participant.BranchName))] = participant;
        return lookup;
    }

    public Participant? Find(string committee, string branch) => _participants.GetValueOrDefault((NameKey.Of(committee), NameKey.Of(branch)));
}
