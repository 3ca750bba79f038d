using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Loads the board of rectification: every branch with how far its plan and items are, and the items themselves a page at a time.</summary>
public static class RectificationBoardQueries
{
    /// <summary>The branches whose plans the viewer may see all together, in display order of the units that answer for them.</summary>
    public static async Task<List<BoardBranch>> RectificationBoardAsync(this GradingDbContext db, GradingRound round, Viewer viewer, DateOnly today, CancellationToken cancellationToken)
    {
        var isFinal = round.Stage == RoundStage.Final;
        var (shown, own) = (db.OnBoard(round.Id, viewer), db.Committees.LedBy(viewer));
        // Working papers stay with the committee of the opening: proposed grade and the review's leader.
        var reviewed = viewer.SeesSchool ? shown : shown.Where(participant => own.Any(committee => committee.Id == participant.CommitteeId));
        var reviews = db.ToldReviews(round.Id).Where(review => reviewed.Any(participant => participant.Id == review.ParticipantId));
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
                IsWriter = own.Any(committee => committee.Id == (!isFinal ? participant.CommitteeId : participant.Branch.SuccessorId == null ? participant.Branch.CommitteeId : participant.Branch.Successor!.CommitteeId)),
                IsWanted = !db.PublishedGrades.Any(later => later.Participant.BranchId == participant.BranchId && later.Participant.Round.Year > round.Year),
            })
            .ToListAsync(cancellationToken);
        var grades = await db.RectificationGradesAsync(round, reviewed, cancellationToken);
        var plans = await db.Plans.Where(plan => shown.Any(participant => participant.Id == plan.ParticipantId)).AsNoTracking().Select(PlanQueries.CountOf(today))
            .ToDictionaryAsync(row => row.Id, row => row.Count, cancellationToken);
        return branches
            .Select(branch =>
            {
                var plan = plans.GetValueOrDefault(branch.Id);
                return new BoardBranch(branch.Id, branch.BranchName, branch.CommitteeId, branch.Committee, branch.CommitteeOrder, branch.DisplayOrder, grades.TryGetValue(branch.Id, out var grade) ? grade : null)
                {
                    Plan = plan,
                    SeesItems = branch.IsWriter || plan is { WasSubmitted: true },
                    ContactLeader = plan is null ? branch.Leader : plan.ContactLeader,
                    IsWanted = branch.IsWanted,
                    IsPublished = round.Publication is not null,
                };
            })
            .OrderBy(branch => branch.CommitteeOrder).ThenBy(branch => branch.CommitteeId).ThenBy(branch => branch.Order).ThenBy(branch => branch.ParticipantId)
            .ToList();
    }

    /// <summary>The months in which an item is due that the viewer may read, each by its first day.</summary>
    public static async Task<List<DateOnly>> BoardMonthsAsync(this GradingDbContext db, GradingRound round, Viewer viewer, CancellationToken cancellationToken) =>
        (await db.Readable(round, viewer).SelectMany(plan => plan.Items).Where(item => item.DueOn != null).Select(item => new { item.DueOn!.Value.Year, item.DueOn!.Value.Month }).Distinct()
            .OrderBy(month => month.Year).ThenBy(month => month.Month).ToListAsync(cancellationToken)).ConvertAll(month => new DateOnly(month.Year, month.Month, 1));

    /// <summary>The items of a filter that the viewer may read, those still to be done first, in the order of their days.</summary>
    public static IQueryable<BoardItem> BoardItems(this GradingDbContext db, GradingRound round, Viewer viewer, BoardItemFilter filter)
    {
        var (isFinal, today) = (round.Stage == RoundStage.Final, filter.Today);
        var plans = db.Readable(round, viewer);
        if (filter.CommitteeId is { } committeeId)
            plans = plans.Where(plan => (!isFinal ? plan.Participant.CommitteeId : plan.Participant.Branch.SuccessorId == null ? plan.Participant.Branch.CommitteeId : plan.Participant.Branch.Successor!.CommitteeId) == committeeId);
        if (filter.Ids is { } ids)
            plans = plans.Where(plan => ids.Contains(plan.ParticipantId));
        // What ran before it was sent back still counts, see PlanCount.Counts.
        var rows = db.PlanItems.Join(plans, item => item.PlanId, plan => plan.Id, (item, plan) => new { Item = item, Plan = plan, Counts = isFinal && (plan.ApprovedAt != null || plan.Items.Any(one => one.Entries.Any())) });
        rows = filter.State switch
        {
            null => rows,
            BoardState.Waiting => rows.Where(row => !row.Counts),
            BoardState.Open => rows.Where(row => row.Counts && row.Item.AcceptedAt == null && row.Item.RequestedAt == null),
            BoardState.Requested => rows.Where(row => row.Counts && row.Item.AcceptedAt == null && row.Item.RequestedAt != null),
            BoardState.Overdue => rows.Where(row => row.Counts && row.Item.AcceptedAt == null && row.Item.DueOn < today),
            _ => rows.Where(row => row.Counts && row.Item.AcceptedAt != null),
        };
        if (filter.Due is { } from)
        {
            var until = from.AddMonths(1);
            rows = rows.Where(row => row.Item.DueOn >= from && row.Item.DueOn < until);
        }

        if (filter.Text is { } text)
        {
            rows = rows.Where(row => row.Item.Problem.Contains(text) || row.Item.Measure.Contains(text) || row.Item.ResponsiblePerson.Contains(text)
                || row.Item.ContactLeader.Contains(text) || row.Plan.ContactLeader.Contains(text) || row.Plan.Participant.BranchName.Contains(text));
        }

        return rows
            .OrderBy(row => row.Item.AcceptedAt != null).ThenBy(row => row.Item.DueOn == null).ThenBy(row => row.Item.DueOn)
            .ThenBy(row => row.Plan.Participant.CommitteeOrder).ThenBy(row => row.Plan.Participant.DisplayOrder).ThenBy(row => row.Item.PlanId).ThenBy(row => row.Item.Order)
            .Select(row => new BoardItem(
                row.Item.Id, row.Plan.ParticipantId, row.Item.Problem, row.Item.Cause, row.Item.Measure, row.Item.ResponsiblePerson, row.Item.ContactLeader, row.Item.DueOn, row.Item.TargetGrade,
                row.Item.Percent, row.Item.RequestedAt, row.Item.AcceptedAt));
    }

    /// <summary>
    /// The course of every item that runs, or ran before its plan was sent back, over time, in the school's days. Of a plan that was sent back the day of its first approval is not kept:
    /// it counts from its beginning, or the final round, whatever is said of it later.
    /// </summary>
    public static async Task<List<ItemCourse>> CoursesAsync(
        this GradingDbContext db, GradingRound round, Viewer viewer, int? committeeId, DateOnly finalOn, CancellationToken cancellationToken)
    {
        var plans = db.Plans.Where(plan => db.OnBoard(round.Id, viewer).Any(participant => participant.Id == plan.ParticipantId && (committeeId == null || (participant.Branch.SuccessorId == null ? participant.Branch.CommitteeId : participant.Branch.Successor!.CommitteeId) == committeeId))
            && (plan.ApprovedAt != null || plan.Items.Any(item => item.Entries.Any())));
        var items = await db.PlanItems.Join(plans, item => item.PlanId, plan => plan.Id, (item, plan) => new
        {
            item.Id,
            plan.ApprovedAt,
            plan.BegunAt,
            First = item.Entries.Min(entry => (DateTime?)entry.At),
            WasSentBack = plan.Returns.Any(back => plan.Items.Any(other => other.Entries.Any(entry => entry.At <= back.At))),
        }).ToListAsync(cancellationToken);
        var turns = (await db.Set<PlanEntry>()
            .Where(entry => (entry.Kind == PlanEntryKind.Accept || entry.Kind == PlanEntryKind.Reopen) && db.PlanItems.Any(item => item.Id == entry.ItemId && plans.Any(plan => plan.Id == item.PlanId)))
            .OrderBy(entry => entry.Id).Select(entry => new { entry.ItemId, entry.Kind, entry.At }).ToListAsync(cancellationToken)).ToLookup(entry => entry.ItemId);
        return items.ConvertAll(item => ItemCourse.Of(
            finalOn, SchoolTime.DayOf(item.WasSentBack ? item.BegunAt : item.ApprovedAt ?? item.BegunAt), item.First is { } first ? SchoolTime.DayOf(first) : null,
            [.. turns[item.Id].Select(entry => new ItemTurn(SchoolTime.DayOf(entry.At), entry.Kind == PlanEntryKind.Accept))]));
    }

    /// <summary>The plans on the viewer's board whose items he may read: handed in once, or his to write.</summary>
    private static IQueryable<ImprovementPlan> Readable(this GradingDbContext db, GradingRound round, Viewer viewer)
    {
        var (shown, own, isFinal) = (db.OnBoard(round.Id, viewer), db.Committees.LedBy(viewer), round.Stage == RoundStage.Final);
        return db.Plans.Where(plan => shown.Any(participant => participant.Id == plan.ParticipantId)
            && (plan.SubmittedAt != null || plan.Returns.Any() || own.Any(committee => committee.Id == (!isFinal ? plan.Participant.CommitteeId : plan.Participant.Branch.SuccessorId == null ? plan.Participant.Branch.CommitteeId : plan.Participant.Branch.Successor!.CommitteeId))));
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
