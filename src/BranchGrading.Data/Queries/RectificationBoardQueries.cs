using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads the board of rectification: every branch with how far its plan and items are, and the items themselves a page at a time.</summary>
public static class RectificationBoardQueries
{
    /// <summary>The branches whose plans the viewer may see all together, in display order of the units that answer for them.</summary>
    public static async Task<List<BoardBranch>> RectificationBoardAsync(this GradingDbContext db, GradingRound round, Viewer viewer, CancellationToken cancellationToken)
    {
        var isFinal = round.Stage == RoundStage.Final;
        var shown = db.OnBoard(round.Id, viewer);
        var reviews = db.ToldReviews(round.Id);
        var branches = await shown
            .Select(participant => new
            {
                participant.Id,
                participant.BranchName,
                participant.DisplayOrder,
                CommitteeId = !isFinal ? participant.CommitteeId : participant.Branch.SuccessorId == null ? participant.Branch.CommitteeId : participant.Branch.Successor!.CommitteeId,
                Committee = !isFinal ? participant.CommitteeName : participant.Branch.SuccessorId == null ? participant.Branch.Committee.Name : participant.Branch.Successor!.Committee.Name,
                CommitteeOrder = !isFinal ? participant.CommitteeOrder
                    : participant.Branch.SuccessorId == null ? participant.Branch.Committee.DisplayOrder : participant.Branch.Successor!.Committee.DisplayOrder,
                Leader = reviews.Where(review => review.ParticipantId == participant.Id).Select(review => review.ContactLeader).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var grades = await db.RectificationGradesAsync(round, cancellationToken);
        var plans = (await db.Plans.Where(plan => shown.Any(participant => participant.Id == plan.ParticipantId))
            .Select(plan => new { plan.ParticipantId, plan.ContactLeader, Plan = new BoardPlan(plan.Id, plan.SubmittedAt, plan.ApprovedAt, plan.Returns.Any()) })
            .ToListAsync(cancellationToken)).ToDictionary(row => row.ParticipantId);
        var items = (await db.PlanItems.Where(item => db.Plans.Any(plan => plan.Id == item.PlanId && shown.Any(participant => participant.Id == plan.ParticipantId)))
            .Select(item => new { item.PlanId, Item = new BoardItemState(item.Id, item.DueOn, item.RequestedAt, item.AcceptedAt) })
            .ToListAsync(cancellationToken)).ToLookup(row => row.PlanId, row => row.Item);
        return branches
            .Select(branch =>
            {
                var plan = plans.GetValueOrDefault(branch.Id);
                return new BoardBranch(branch.Id, branch.BranchName, branch.CommitteeId, branch.Committee, branch.CommitteeOrder, branch.DisplayOrder, grades.TryGetValue(branch.Id, out var grade) ? grade : null)
                {
                    Plan = plan?.Plan,
                    Items = plan is null ? [] : [.. items[plan.Plan.Id]],
                    ContactLeader = plan is { ContactLeader.Length: > 0 } ? plan.ContactLeader : branch.Leader,
                };
            })
            .OrderBy(branch => branch.CommitteeOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.Order).ThenBy(branch => branch.ParticipantId)
            .ToList();
    }

    /// <summary>The items of a filter, those still to be done first, in the order of their days.</summary>
    /// <param name="db">The database.</param>
    /// <param name="filter">Which.</param>
    /// <param name="isFinal">Whether the round is final: only then plans run.</param>
    public static IQueryable<BoardItem> BoardItems(this GradingDbContext db, BoardItemFilter filter, bool isFinal)
    {
        var (ids, today) = (filter.Ids, filter.Today);
        var rows = db.PlanItems.Join(db.Plans, item => item.PlanId, plan => plan.Id, (item, plan) => new { Item = item, Plan = plan }).Where(row => ids.Contains(row.Plan.ParticipantId));
        rows = filter.State switch
        {
            null => rows,
            BoardState.Waiting => isFinal ? rows.Where(row => row.Plan.ApprovedAt == null) : rows,
            _ when !isFinal => rows.Where(row => false),
            BoardState.Open => rows.Where(row => row.Plan.ApprovedAt != null && row.Item.AcceptedAt == null && row.Item.RequestedAt == null),
            BoardState.Requested => rows.Where(row => row.Plan.ApprovedAt != null && row.Item.AcceptedAt == null && row.Item.RequestedAt != null),
            BoardState.Overdue => rows.Where(row => row.Plan.ApprovedAt != null && row.Item.AcceptedAt == null && row.Item.DueOn < today),
            _ => rows.Where(row => row.Plan.ApprovedAt != null && row.Item.AcceptedAt != null),
        };
        if (filter.Due is { } from)
        {
            var until = from.AddMonths(1);
            rows = rows.Where(row => row.Item.DueOn >= from && row.Item.DueOn < until);
        }

        if (filter.Text is { } text)
        {
            rows = rows.Where(row => row.Item.Problem.Contains(text) || row.Item.Measure.Contains(text) || row.Item.ResponsiblePerson.Contains(text)
                || row.Item.ContactLeader.Contains(text) || row.Plan.Participant.BranchName.Contains(text));
        }

        return rows
            .OrderBy(row => row.Item.AcceptedAt != null).ThenBy(row => row.Item.DueOn == null).ThenBy(row => row.Item.DueOn)
            .ThenBy(row => row.Plan.Participant.CommitteeOrder).ThenBy(row => row.Plan.Participant.DisplayOrder).ThenBy(row => row.Item.PlanId).ThenBy(row => row.Item.Order)
            .Select(row => new BoardItem(
                row.Item.Id, row.Plan.ParticipantId, row.Item.Problem, row.Item.Cause, row.Item.Measure, row.Item.ResponsiblePerson, row.Item.ContactLeader, row.Item.DueOn, row.Item.TargetGrade,
                row.Item.Percent, row.Item.RequestedAt, row.Item.AcceptedAt));
    }

    /// <summary>The course of every running item of some branches over time, in the school's days.</summary>
    public static async Task<List<ItemCourse>> CoursesAsync(
        this GradingDbContext db, IReadOnlyCollection<int> ids, DateOnly finalOn, Func<DateTime, DateOnly> dayOf, CancellationToken cancellationToken)
    {
        var items = await db.PlanItems.Join(db.Plans, item => item.PlanId, plan => plan.Id, (item, plan) => new { item, plan })
            .Where(row => ids.Contains(row.plan.ParticipantId) && row.plan.ApprovedAt != null)
            .Select(row => new { row.item.Id, ApprovedAt = row.plan.ApprovedAt!.Value }).ToListAsync(cancellationToken);
        var entries = (await db.Set<PlanEntry>().Where(entry => db.PlanItems.Any(item => item.Id == entry.ItemId && db.Plans.Any(plan => plan.Id == item.PlanId && ids.Contains(plan.ParticipantId))))
            .OrderBy(entry => entry.Id).Select(entry => new { entry.ItemId, entry.Kind, entry.At }).ToListAsync(cancellationToken)).ToLookup(entry => entry.ItemId);
        return items.ConvertAll(item => ItemCourse.Of(finalOn, dayOf(item.ApprovedAt), [.. entries[item.Id].Select(entry => (entry.Kind, dayOf(entry.At)))]));
    }

    /// <summary>
    /// The participants of a round whose plans stand on the viewer's board: the school's, or those of the units for which the viewer acts now, as of the opening or at present.
    /// As in the list of plans, a branch that ended stands there only with a plan that another carries on.
    /// </summary>
    private static IQueryable<Participant> OnBoard(this GradingDbContext db, int roundId, Viewer viewer)
    {
        var own = db.Committees.LedBy(viewer);
        var taking = db.Taking(roundId).CarriedOn().Where(participant => participant.Branch.IsActive || db.Plans.Any(plan => plan.ParticipantId == participant.Id));
        return viewer.SeesSchool
            ? taking
            : taking.Where(participant => own.Any(committee => committee.Id == participant.CommitteeId
                || committee.Id == (participant.Branch.SuccessorId == null ? participant.Branch.CommitteeId : participant.Branch.Successor!.CommitteeId)));
    }
}
