using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads what a branch brings along from earlier years: its latest plan, those of its recorded predecessors and of the one whose grade it was given, and its scores.</summary>
public static class EarlierYearQueries
{
    /// <summary>The latest plans of earlier, final rounds that were carried out, also if they are sent back at the moment, the branch's own first.</summary>
    public static async Task<List<EarlierPlan>> EarlierPlansAsync(this GradingDbContext db, Participant participant, int year, CancellationToken cancellationToken)
    {
        var own = participant.BranchId;
        var recorded = await db.PredecessorsAsync(own, cancellationToken);
        var kin = recorded.Keys.ToList();
        var plans = await db.Plans.AsNoTracking()
            .Where(plan => (plan.ApprovedAt != null || plan.Items.Any(item => item.Entries.Any())) && plan.Participant.Round.Publication!.FinalAt != null && plan.Participant.Round.Year < year
                && (plan.Participant.BranchId == own || kin.Contains(plan.Participant.BranchId)
                    || db.PredecessorGrades.Any(chosen => chosen.ParticipantId == participant.Id && chosen.PastGrade.BranchId == plan.Participant.BranchId)))
            .Select(plan => new { plan.ParticipantId, plan.Participant.BranchId, plan.Participant.BranchName, plan.Participant.Round.Year })
            .ToListAsync(cancellationToken);
        // What a predecessor was graded for after the ways had parted is its own.
        plans.RemoveAll(plan => recorded.TryGetValue(plan.BranchId, out var until) && plan.Year > until.Year);
        var latest = plans.GroupBy(plan => plan.BranchId).Select(group => group.MaxBy(plan => plan.Year)!).OrderByDescending(plan => plan.BranchId == own).ToList();
        if (latest.Count == 0)
            return [];
        var ids = latest.ConvertAll(plan => plan.ParticipantId);
        var items = (await db.PlanItems.Join(db.Plans, item => item.PlanId, plan => plan.Id, (item, plan) => new { item, plan.ParticipantId })
            .Where(row => ids.Contains(row.ParticipantId)).OrderBy(row => row.item.Order)
            .Select(row => new { row.ParticipantId, Item = new EarlierItem(row.item.Problem, row.item.Percent, row.item.RequestedAt, row.item.AcceptedAt) })
            .ToListAsync(cancellationToken)).ToLookup(row => row.ParticipantId, row => row.Item);
        return latest.ConvertAll(plan => new EarlierPlan(plan.ParticipantId, plan.Year, plan.BranchName, plan.BranchId == own, [.. items[plan.ParticipantId]]));
    }

    /// <summary>The scores of the branch's latest final earlier round; null where there is none, or where it was scored in another unit, whose papers are not this one's.</summary>
    public static async Task<EarlierScores?> EarlierScoresAsync(this GradingDbContext db, Participant participant, int year, Viewer viewer, CancellationToken cancellationToken)
    {
        var last = await db.PublishedGrades.Where(grade => grade.Participant.BranchId == participant.BranchId && grade.Participant.Round.Year < year && grade.Participant.Round.Publication!.FinalAt != null)
            .OrderByDescending(grade => grade.Participant.Round.Year)
            .Select(grade => new { grade.Participant.Round.Year, grade.Participant.CommitteeId, grade.OutcomeJson }).FirstOrDefaultAsync(cancellationToken);
        if (last is null || last.CommitteeId != participant.CommitteeId && !viewer.SeesSchool)
            return null;
        var result = GradeSnapshot.FromJson(last.OutcomeJson);
        return new EarlierScores(last.Year, result.Composite, result.SelfScore, result.Superior);
    }
}
