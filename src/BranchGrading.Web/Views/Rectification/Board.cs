using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Rectification;

/// <summary>All branches of a board, counted by the units that answer for them.</summary>
public sealed class Board
{
    private readonly DateOnly _today;
    private readonly Dictionary<int, BoardBranch> _byId;

    public Board(GradingRound round, IReadOnlyList<BoardBranch> branches, IReadOnlyList<DateOnly> months, BoardFilter filter, DateOnly today)
    {
        (Round, Branches, Months, Filter, _today) = (round, branches, months, filter, today);
        _byId = branches.ToDictionary(branch => branch.ParticipantId);
        FinalOn = round.Publication?.FinalAt is { } at ? SchoolTime.DayOf(at) : null;
        Units = branches.GroupBy(branch => branch.CommitteeId).Select((unit, index) => UnitOf(unit.Key, unit.First().Committee, index, [.. unit])).ToList();
        Total = UnitOf(0, "合计", Units.Count, branches);
        Chosen = branches.Where(branch => (filter.CommitteeId is null || branch.CommitteeId == filter.CommitteeId) && (filter.Grade is null || branch.Grade == filter.Grade)).ToList();
    }

    public GradingRound Round { get; }

    public IReadOnlyList<BoardBranch> Branches { get; }

    public BoardFilter Filter { get; }

    /// <summary>The day on which the round became final; null before.</summary>
    public DateOnly? FinalOn { get; }

    public bool IsFinal => FinalOn is not null;

    /// <summary>In display order.</summary>
    public IReadOnlyList<BoardUnit> Units { get; }

    public BoardUnit Total { get; }

    /// <summary>The name of the unit in the filter; null for all.</summary>
    public string? ChosenUnit => Units.FirstOrDefault(unit => unit.CommitteeId == Filter.CommitteeId)?.Name;

    /// <summary>The branches of unit and grade as filtered.</summary>
    public IReadOnlyList<BoardBranch> Chosen { get; }

    /// <summary>D 级支部 whose plan is not closed half a year on, in display order.</summary>
    public IReadOnlyList<BoardBranch> Urgent => [.. Branches.Where(IsUrgent)];

    /// <summary>Branches published at C or D that never handed in a plan.</summary>
    public IReadOnlyList<BoardBranch> Missing => [.. Branches.Where(branch => branch.IsMissing)];

    /// <summary>D branches whose plan is approved without 联系领导.</summary>
    public IReadOnlyList<BoardBranch> Leaderless => [.. Branches.Where(branch => branch.Plan is { } plan
        && ImprovementPlan.LacksLeader(branch.IsPublished ? branch.Grade : null, plan.IsApproved, plan.StateOf(IsFinal) == PlanState.Closed, plan.ContactLeader))];

    /// <summary>How many plans are being written whose items the viewer does not read yet.</summary>
    public int Hidden => Chosen.Count(branch => branch.Plan is not null && !branch.SeesItems);

    /// <summary>The months in which something is due.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    public BoardBranch Branch(int participantId) => _byId[participantId];

    /// <summary>Whether an item of a running plan is past its day.</summary>
    public bool IsOverdue(BoardItem item) => Counts(Branch(item.ParticipantId)) && PlanItem.IsOverdue(item.DueOn, item.AcceptedAt, _today);

    /// <summary>What the filter asks for.</summary>
    public BoardItemFilter Wanted(DateOnly today) => new(Filter.CommitteeId, Filter.Grade is null ? null : [.. Chosen.Select(branch => branch.ParticipantId)], Filter.State, Filter.DueMonth, Filter.Text, today);

    /// <summary>How many items of the branches chosen are in a state; all for null.</summary>
    public int Count(BoardState? state) => Chosen.Sum(branch => Count(branch, state));

    /// <summary>Whether a branch's plan is carried out, or was until it was sent back.</summary>
    public bool Counts(BoardBranch branch) => branch.Plan?.Counts(IsFinal) == true;

    private int Count(BoardBranch branch, BoardState? state) => branch.Plan is not { } plan || !branch.SeesItems ? 0 : (state, Counts(branch)) switch
    {
        (null, _) => plan.Items,
        (BoardState.Waiting, false) => plan.Items,
        (BoardState.Waiting, _) or (_, false) => 0,
        (BoardState.Open, _) => plan.Open,
        (BoardState.Requested, _) => plan.Requested,
        (BoardState.Overdue, _) => plan.Overdue,
        _ => plan.Accepted,
    };

    private bool IsUrgent(BoardBranch branch) => ImprovementPlan.IsUrgent(branch.Grade, branch.Plan?.StateOf(IsFinal) == PlanState.Closed, FinalOn, _today);

    private BoardUnit UnitOf(int id, string name, int order, IReadOnlyList<BoardBranch> branches)
    {
        return new BoardUnit(
            id, name, order, branches.Count(branch => branch.IsRequired), branches.Count(branch => branch.IsMissing), branches.Count(branch => branch.Plan is { IsSubmitted: true, IsApproved: false }),
            Sum(BoardState.Open), Sum(BoardState.Requested), Sum(BoardState.Overdue), Sum(BoardState.Accepted), branches.Count(IsUrgent));

        int Sum(BoardState state) => branches.Sum(branch => Count(branch, state));
    }
}
