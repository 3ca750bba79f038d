using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>The history of branches, read from what was recorded: grades, changes, terms, rounds and plans.</summary>
public static class HistoryQueries
{
    /// <summary>So many generations back and forth are followed; more would be a ring made by hand.</summary>
    private const int MostGenerations = 20;

    /// <summary>The branches that became this one, by merger, split or dissolution in its favour, over all generations, each with the day until which its history is this one's too.</summary>
    public static Task<Dictionary<int, DateOnly>> PredecessorsAsync(this GradingDbContext db, int branchId, CancellationToken cancellationToken) => db.KinAsync(branchId, back: true, cancellationToken);

    /// <summary>The history of a branch as the viewer, who may see the branch, is to read it.</summary>
    public static async Task<BranchHistory> HistoryAsync(this GradingDbContext db, int branchId, Viewer viewer, CancellationToken cancellationToken)
    {
        var before = await db.KinAsync(branchId, back: true, cancellationToken);
        var after = await db.KinAsync(branchId, back: false, cancellationToken);
        int[] line = [branchId, .. before.Keys];
        var kin = await db.KinLinesAsync([.. before.Keys.Union(after.Keys)], viewer, cancellationToken);
        var grades = await db.PastGrades.Where(past => line.Contains(past.BranchId))
            .Select(past => new BranchHistory.GradeLine(past.Year, past.BranchId, past.Branch.Name, past.Grade, past.Note)).ToListAsync(cancellationToken);
        var changes = await db.OrganisationChanges.AsNoTracking().Include(change => change.Branches)
            .Where(change => change.Branches.Any(branch => line.Contains(branch.BranchId))).ToListAsync(cancellationToken);
        var secretaries = await db.Terms.Where(term => term.BranchId != null && line.Contains(term.BranchId.Value) && term.Post == Post.Secretary)
            .Select(term => new BranchHistory.SecretaryLine(term.BranchId!.Value, term.Branch!.Name, term.Person.Name, term.From, term.To)).ToListAsync(cancellationToken);
        var rounds = await db.RoundLinesAsync(line, viewer, cancellationToken);
        return new BranchHistory(
            [.. kin.Where(branch => before.ContainsKey(branch.BranchId))],
            [.. kin.Where(branch => after.ContainsKey(branch.BranchId))],
            // What a predecessor that goes on did afterwards is its own.
            [.. grades.Where(grade => grade.BranchId == branchId || grade.Year <= before[grade.BranchId].Year).OrderByDescending(grade => grade.Year).ThenBy(grade => grade.BranchId != branchId).ThenBy(grade => grade.BranchId)],
            [.. changes.Where(change => change.Branches.Any(row => row.BranchId == branchId || before.TryGetValue(row.BranchId, out var until) && change.On <= until)).OrderByDescending(change => change.On).ThenByDescending(change => change.Id)],
            [
                .. secretaries.Where(term => term.BranchId == branchId || term.From is null || term.From <= before[term.BranchId])
                    .OrderBy(term => term.BranchId != branchId).ThenBy(term => term.BranchId).ThenBy(term => term.To is not null).ThenByDescending(term => term.To).ThenByDescending(term => term.From),
            ],
            [.. rounds.Where(round => round.BranchId == branchId || round.Year <= before[round.BranchId].Year)]);
    }

    private static async Task<List<BranchHistory.Kin>> KinLinesAsync(this GradingDbContext db, IReadOnlyCollection<int> ids, Viewer viewer, CancellationToken cancellationToken)
    {
        var visible = db.Branches.VisibleTo(viewer).Select(branch => branch.Id);
        return await db.Branches.Where(branch => ids.Contains(branch.Id)).OrderBy(branch => branch.Id)
            .Select(branch => new BranchHistory.Kin(branch.Id, branch.Name, branch.Committee.Name, branch.IsActive, visible.Contains(branch.Id))).ToListAsync(cancellationToken);
    }

    private static async Task<List<BranchHistory.RoundLine>> RoundLinesAsync(this GradingDbContext db, IReadOnlyCollection<int> branchIds, Viewer viewer, CancellationToken cancellationToken)
    {
        var readable = db.Participants.WithPlanVisibleTo(viewer).Select(participant => participant.Id);
        var taken = await db.Participants
            .Where(participant => branchIds.Contains(participant.BranchId) && participant.Round.OpenedAt != null && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == participant.BranchId))
            .Select(participant => new
            {
                participant.Id,
                participant.BranchId,
                participant.Round.Year,
                participant.BranchName,
                participant.CommitteeName,
                participant.SecretaryName,
                Members = participant.FullMembers + participant.ProbationaryMembers,
                IsFinal = participant.Round.Publication != null && participant.Round.Publication.FinalAt != null,
                IsCarriedOn = participant.Branch.IsActive || participant.Branch.SuccessorId != null && participant.Branch.Successor!.IsActive,
                MayRead = readable.Contains(participant.Id),
            })
            .ToListAsync(cancellationToken);
        var plans = await db.Plans.Where(plan => branchIds.Contains(plan.Participant.BranchId))
            .Select(plan => new
            {
                plan.ParticipantId,
                plan.Kind,
                IsSubmitted = plan.SubmittedAt != null,
                IsApproved = plan.ApprovedAt != null,
                WasReturned = plan.Returns.Any(),
                Items = plan.Items.Count,
                Accepted = plan.Items.Count(item => item.AcceptedAt != null),
            })
            .ToDictionaryAsync(plan => plan.ParticipantId, cancellationToken);
        return
        [
            .. taken.OrderByDescending(row => row.Year).ThenBy(row => row.BranchId).Select(row => new BranchHistory.RoundLine(
                row.Year, row.Id, row.BranchId, row.BranchName, row.CommitteeName, row.SecretaryName, row.Members,
                plans.GetValueOrDefault(row.Id) is { } plan
                    ? new BranchHistory.PlanLine(
                        plan.Kind, ImprovementPlan.StateOf(plan.IsSubmitted, plan.IsApproved, plan.WasReturned, plan.Accepted == plan.Items, row.IsFinal, row.IsCarriedOn), plan.Accepted, plan.Items, row.MayRead)
                    : null)),
        ];
    }

    /// <summary>
    /// Each branch that this one came from, or that came of it, with the day on which their ways parted or met. What was before that day leads further back, what came after it further on:
    /// a predecessor's later doings are none of the successor's.
    /// </summary>
    private static async Task<Dictionary<int, DateOnly>> KinAsync(this GradingDbContext db, int branchId, bool back, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, DateOnly>();
        var generation = new Dictionary<int, DateOnly> { [branchId] = back ? DateOnly.MaxValue : DateOnly.MinValue };
        for (var i = 0; generation.Count > 0 && i < MostGenerations; i++)
        {
            var asked = generation.Keys.ToList();
            var changes = await db.OrganisationChanges.AsNoTracking().Include(change => change.Branches)
                .Where(change => (change.Kind == OrganisationChangeKind.Merger || change.Kind == OrganisationChangeKind.Split || change.Kind == OrganisationChangeKind.Dissolution)
                    && change.Branches.Any(branch => branch.IsSuccessor == back && asked.Contains(branch.BranchId)))
                .ToListAsync(cancellationToken);
            var bounds = generation;
            generation = [];
            foreach (var change in changes.Where(change => change.Branches.Any(row => row.IsSuccessor == back && bounds.TryGetValue(row.BranchId, out var bound) && (back ? change.On <= bound : change.On >= bound))))
            {
                foreach (var kin in change.Branches.Where(row => row.IsSuccessor != back && row.BranchId != branchId).Select(row => row.BranchId))
                {
                    if (found.TryGetValue(kin, out var known) && (back ? known >= change.On : known <= change.On))
                        continue;
                    found[kin] = generation[kin] = change.On;
                }
            }
        }

        return found;
    }
}
