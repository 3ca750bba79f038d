using BranchGrading.Data;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Objections;

/// <summary>All objections of a round, those of one state if asked for.</summary>
public sealed record ObjectionList(GradingRound Round, ObjectionState? State, DateOnly Today, IReadOnlyList<Objection> All)
{
    /// <summary>How many concern a branch that the viewer leads, and are left to others (回避).</summary>
    public int ForOthers { get; init; }

    public IEnumerable<Objection> Rows => All.Where(objection => State is null || objection.State == State);

    /// <summary>How many days it has waited, or waited until it was answered.</summary>
    public int DaysOf(Objection objection) =>
        (objection.AnsweredAt is { } answered ? SchoolTime.DayOf(answered) : Today).DayNumber - SchoolTime.DayOf(objection.RaisedAt).DayNumber;

    public int CountOf(ObjectionState state) => All.Count(objection => objection.State == state);
}
