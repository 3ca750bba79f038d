using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>The participants of a round that a viewer may import 整改事项 for, with their plans, tracked; found by name as frozen, or, where none was called so, as it is now.</summary>
internal sealed class PlanItemsLookup
{
    private ILookup<string, Participant> _byName = null!;
    private ILookup<string, Participant> _byPresentName = null!;
    private readonly HashSet<(string Committee, int ParticipantId)> _units = [];

    public required Dictionary<int, ImprovementPlan> Plans { get; init; }

    /// <summary>Those for whom a plan may be drawn up.</summary>
    public required HashSet<int> Plannable { get; init; }

    /// <summary>Those whose drafts the viewer reads: he writes for them.</summary>
    public required HashSet<int> Own { get; init; }

    /// <summary>The published grades: a plan knows no other.</summary>
    public required Dictionary<int, Grade> Grades { get; init; }

    public static async Task<PlanItemsLookup> LoadAsync(GradingDbContext db, GradingRound round, Viewer viewer, CancellationToken cancellationToken)
    {
        var writable = db.Participants.Where(participant => participant.RoundId == round.Id && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId));
        // Until the round is final those of the opening act for a branch, afterwards those of its present unit.
        var (units, isFinal) = (db.Committees.LedBy(viewer), round.Stage == RoundStage.Final);
        var own = writable.Where(participant => units.Any(committee => committee.Id == (isFinal ? participant.Branch.CommitteeId : participant.CommitteeId)));
        if (!viewer.IsDepartment)
            writable = own;

        var participants = await writable.Include(participant => participant.Branch.Committee).ToListAsync(cancellationToken);
        var lookup = new PlanItemsLookup
        {
            Plans = await db.Plans.Include(plan => plan.Items).Include(plan => plan.Returns).AsSplitQuery().Where(plan => plan.Participant.RoundId == round.Id)
                .ToDictionaryAsync(plan => plan.ParticipantId, cancellationToken),
            Plannable = await writable.Plannable(db).Select(participant => participant.Id).ToHashSetAsync(cancellationToken),
            Own = await own.Select(participant => participant.Id).ToHashSetAsync(cancellationToken),
            Grades = await db.GradesInEffectAsync(round.Id, cancellationToken),
            _byName = participants.ToLookup(participant => NameKey.Of(participant.BranchName)),
            _byPresentName = participants.ToLookup(participant => NameKey.Of(participant.Branch.Name)),
        };
        foreach (var participant in participants)
        {
            lookup._units.Add((NameKey.Of(participant.CommitteeName), participant.Id));
            lookup._units.Add((NameKey.Of(participant.Branch.Committee.Name), participant.Id));
        }

        return lookup;
    }

    /// <summary>The participants of a name, in a unit if one is named.</summary>
    public IReadOnlyList<Participant> Find(string? committee, string branch)
    {
        var key = NameKey.Of(branch);
        return Of(_byName) is { Count: > 0 } found ? found : Of(_byPresentName);

        List<Participant> Of(ILookup<string, Participant> names) =>
            [.. names[key].Where(participant => committee is null || _units.Contains((NameKey.Of(committee), participant.Id)))];
    }

    public bool HasUnit(string committee) => _units.Any(unit => unit.Committee == NameKey.Of(committee));
}
