using BranchGrading.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>The history of branches, read from what was recorded: grades, changes, terms, rounds and plans.</summary>
public static class HistoryQueries
{
    /// <summary>So many generations back and forth are followed; more would be a ring made by hand.</summary>
    private const int MostGenerations = 20;

    /// <summary>The branches that became this one, by merger or split, over all generations.</summary>
    public static async Task<List<int>> PredecessorsAsync(this GradingDbContext db, int branchId, CancellationToken cancellationToken) =>
        [.. (await db.KinAsync(branchId, back: true, cancellationToken)).Keys];

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
        var secretaries = await db.Terms.Where(term => term.BranchId == branchId && term.Post == Post.Secretary)
            .Select(term => new BranchHistory.SecretaryLine(term.Person.Name, term.From, term.To)).ToListAsync(cancellationToken);
        return new BranchHistory(
            [.. kin.Where(branch => before.ContainsKey(branch.BranchId))],
            [.. kin.Where(branch => after.ContainsKey(branch.BranchId))],
            // What a predecessor that goes on did afterwards is its own.
            [.. grades.Where(grade => grade.BranchId == branchId || grade.Year <= before[grade.BranchId].Year).OrderByDescending(grade => grade.Year).ThenBy(grade => grade.BranchId != branchId).ThenBy(grade => grade.BranchId)],
            [.. changes.Where(change => change.Branches.Any(row => row.BranchId == branchId || before.TryGetValue(row.BranchId, out var until) && change.On <= until)).OrderByDescending(change => change.On).ThenByDescending(change => change.Id)],
            [.. secretaries.OrderBy(term => term.To is not null).ThenByDescending(term => term.To).ThenByDescending(term => term.From)],
            await db.RoundLinesAsync(branchId, cancellationToken));
    }

    private static async Task<List<BranchHistory.Kin>> KinLinesAsync(this GradingDbContext db, IReadOnlyCollection<int> ids, Viewer viewer, CancellationToken cancellationToken)
    {
        var visible = db.Branches.VisibleTo(viewer).Select(branch => branch.Id);
        return await db.Branches.Where(branch => ids.Contains(branch.Id)).OrderBy(branch => branch.Id)
            .Select(branch => new BranchHistory.Kin(branch.Id, branch.Name, branch.Committee.Name, branch.IsActive, visible.Contains(branch.Id))).ToListAsync(cancellationToken);
    }

    private static async Task<List<BranchHistory.RoundLine>> RoundLinesAsync(this GradingDbContext db, int branchId, CancellationToken cancellationToken)
    {
        var taken = await db.Participants.Where(participant => participant.BranchId == branchId && participant.Round.OpenedAt != null && !participant.Round.Exclusions.Any(exclusion => exclusion.BranchId == branchId))
            .Select(participant => new
            {
                participant.Id,
                participant.Round.Year,
                participant.BranchName,
                participant.CommitteeName,
                participant.SecretaryName,
                participant.FullMembers,
                participant.ProbationaryMembers,
                IsFinal = participant.Round.Publication != null && participant.Round.Publication.FinalAt != null,
            })
            .ToListAsync(cancellationToken);
        var ids = taken.Select(participant => participant.Id).ToList();
        var plans = await db.Plans.AsNoTracking().Include(plan => plan.Items).Include(plan => plan.Returns).AsSplitQuery()
            .Where(plan => ids.Contains(plan.ParticipantId)).ToDictionaryAsync(plan => plan.ParticipantId, cancellationToken);
        return
        [
            .. taken.OrderByDescending(participant => participant.Year).Select(participant => new BranchHistory.RoundLine(
                participant.Year, participant.Id, participant.BranchName, participant.CommitteeName, participant.SecretaryName, participant.FullMembers + participant.ProbationaryMembers,
                plans.GetValueOrDefault(participant.Id) is { } plan
                    ? new BranchHistory.PlanLine(plan.Kind, plan.StateOf(participant.IsFinal), plan.Items.Count(item => item.AcceptedAt is not null), plan.Items.Count)
                    : null)),
        ];
    }

    /// <summary>Each branch that this one came from, or that came of it, with the day on which their ways parted or met.</summary>
    private static async Task<Dictionary<int, DateOnly>> KinAsync(this GradingDbContext db, int branchId, bool back, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, DateOnly>();
        List<int> generation = [branchId];
        for (var i = 0; generation.Count > 0 && i < MostGenerations; i++)
        {
            var asked = generation;
            var changes = await db.OrganisationChanges.AsNoTracking().Include(change => change.Branches)
                .Where(change => (change.Kind == OrganisationChangeKind.Merger || change.Kind == OrganisationChangeKind.Split)
                    && change.Branches.Any(branch => branch.IsSuccessor == back && asked.Contains(branch.BranchId)))
                .OrderByDescending(change => change.On).ToListAsync(cancellationToken);
            generation =
            [
                .. changes.SelectMany(change => change.Branches.Where(branch => branch.IsSuccessor != back && branch.BranchId != branchId && found.TryAdd(branch.BranchId, change.On)))
                    .Select(branch => branch.BranchId),
            ];
        }

        return found;
    }
}
