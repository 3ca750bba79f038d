using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Rectification;

/// <summary>All branches of a board, counted by the units that answer for them.</summary>
public sealed class Board
{
    private readonly DateOnly _today;
    private readonly Dictionary<int, BoardBranch> _byId;

    public Board(GradingRound round, IReadOnlyList<BoardBranch> branches, BoardFilter filter, DateOnly today)
    {
        (Round, Branches, Filter, _today) = (round, branches, filter, today);
        _byId = branches.ToDictionary(branch => branch.ParticipantId);
        FinalOn = round.Publication?.FinalAt is { } at ? SchoolClock.DayOf(at) : null;
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

    /// <summary>The branches of unit and grade as filtered.</summary>
    public IReadOnlyList<BoardBranch> Chosen { get; }

    public IReadOnlyList<int> Ids => [.. Branches.Select(branch => branch.ParticipantId)];

    /// <summary>D 级支部 whose plan is not closed half a year on, in display order.</summary>
    public IReadOnlyList<BoardBranch> Urgent => [.. Branches.Where(IsUrgent)];

    /// <summary>Branches at C or D without a plan that was handed in.</summary>
    public IReadOnlyList<BoardBranch> Missing => [.. Branches.Where(branch => branch.IsMissing)];

    /// <summary>The months in which something is due.</summary>
    public IReadOnlyList<DateOnly> Months => [.. Branches.SelectMany(branch => branch.Items).Select(item => item.DueOn).OfType<DateOnly>()
        .Select(day => new DateOnly(day.Year, day.Month, 1)).Distinct().Order()];

    public BoardBranch Branch(int participantId) => _byId[participantId];

    /// <summary>Whether an item of a running plan is past its day.</summary>
    public bool IsOverdue(BoardItem item) => Runs(Branch(item.ParticipantId)) && item.AcceptedAt is null && item.DueOn < _today;

    /// <summary>What the filter asks for.</summary>
    public BoardItemFilter Wanted(DateOnly today) => new([.. Chosen.Select(branch => branch.ParticipantId)], Filter.State, Filter.DueMonth, Filter.Text, today);

    /// <summary>How many items of the branches chosen are in a state; all for null.</summary>
    public int Count(BoardState? state) => Chosen.Sum(branch => branch.Items.Count(item => state is null || Is(branch, item, state.Value)));

    private bool Is(BoardBranch branch, BoardItemState item, BoardState state)
    {
        var runs = Runs(branch);
        return state switch
        {
            BoardState.Waiting => !runs,
            BoardState.Open => runs && item is { AcceptedAt: null, RequestedAt: null },
            BoardState.Requested => runs && item is { AcceptedAt: null, RequestedAt: not null },
            BoardState.Overdue => runs && item.IsOverdue(_today),
            _ => runs && item.AcceptedAt is not null,
        };
    }

    /// <summary>Whether a branch's plan is carried out.</summary>
    public bool Runs(BoardBranch branch) => IsFinal && branch.Plan is { ApprovedAt: not null };

    private bool IsUrgent(BoardBranch branch) => FinalOn is { } finalOn
        && UrgentPlans.IsUrgent(branch.Grade, Runs(branch) && branch.Items.All(item => item.AcceptedAt is not null), finalOn, _today);

    private BoardUnit UnitOf(int id, string name, int order, IReadOnlyList<BoardBranch> branches)
    {
        return new BoardUnit(
            id, name, order, branches.Count(branch => branch.IsRequired), branches.Count(branch => branch.IsMissing), branches.Count(branch => branch.Plan is { SubmittedAt: not null, ApprovedAt: null }),
            Sum(BoardState.Open), Sum(BoardState.Requested), Sum(BoardState.Overdue), Sum(BoardState.Accepted), branches.Count(IsUrgent));

        int Sum(BoardState state) => branches.Sum(branch => branch.Items.Count(item => Is(branch, item, state)));
    }
}
