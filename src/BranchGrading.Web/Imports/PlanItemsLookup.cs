using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>The participants of a round that a viewer may import 整改事项 for, with their plans, tracked; found by name as frozen, or as it is now.</summary>
internal sealed class PlanItemsLookup
{
    private readonly Dictionary<string, List<Participant>> _byName = [];
    private readonly HashSet<(string Committee, int ParticipantId)> _units = [];

    public required Dictionary<int, ImprovementPlan> Plans { get; init; }

    /// <summary>联系领导 of the reviews; who stands here has a review, of which a plan can be drawn up.</summary>
    public required Dictionary<int, string?> ReviewLeaders { get; init; }

    public required Dictionary<int, Grade?> Grades { get; init; }

    public static async Task<PlanItemsLookup> LoadAsync(GradingDbContext db, GradingRound round, Viewer viewer, CancellationToken cancellationToken)
    {
        var writable = db.Participants.Where(participant => participant.RoundId == round.Id && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));
        if (!viewer.IsDepartment)
        {
            // Until the round is final those of the opening act for a branch, afterwards those of its present unit.
            var (own, isFinal) = (db.Committees.LedBy(viewer), round.Stage == RoundStage.Final);
            writable = writable.Where(participant => own.Any(committee => committee.Id == (isFinal ? participant.Branch.CommitteeId : participant.CommitteeId)));
        }

        var participants = await writable.Include(participant => participant.Branch.Committee).ToListAsync(cancellationToken);
        var lookup = new PlanItemsLookup
        {
            Plans = await db.Plans.Include(plan => plan.Items).Include(plan => plan.Returns).AsSplitQuery().Where(plan => plan.Participant.RoundId == round.Id)
                .ToDictionaryAsync(plan => plan.ParticipantId, cancellationToken),
            ReviewLeaders = await db.Reviews.Where(review => review.Participant.RoundId == round.Id)
                .Select(review => new { review.ParticipantId, review.ContactLeader }).ToDictionaryAsync(review => review.ParticipantId, review => review.ContactLeader, cancellationToken),
            Grades = await db.RectificationGradesAsync(round, cancellationToken),
        };
        foreach (var participant in participants)
        {
            foreach (var name in new[] { participant.BranchName, participant.Branch.Name }.Select(NameKey.Of).Distinct())
            {
                if (!lookup._byName.TryGetValue(name, out var named))
                    lookup._byName[name] = named = [];
                named.Add(participant);
            }

            lookup._units.Add((NameKey.Of(participant.CommitteeName), participant.Id));
            lookup._units.Add((NameKey.Of(participant.Branch.Committee.Name), participant.Id));
        }

        return lookup;
    }

    /// <summary>The participants of a name, in a unit if one is named.</summary>
    public IReadOnlyList<Participant> Find(string? committee, string branch)
    {
        var named = _byName.GetValueOrDefault(NameKey.Of(branch), []);
        return committee is null ? named : named.FindAll(participant => _units.Contains((NameKey.Of(committee), participant.Id)));
    }

    public bool HasUnit(string committee) => _units.Any(unit => unit.Committee == NameKey.Of(committee));
}
