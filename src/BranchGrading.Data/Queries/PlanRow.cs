using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>A branch in the list of plans: with a plan, or without the one that it must have. The branch's id is that of the one that carries it on, where it ended.</summary>
public sealed record PlanRow(
    int ParticipantId, int Year, int BranchId, string BranchName, int CommitteeId, string CommitteeName, Grade? Grade, bool IsPublished, bool HasBegun, PlanTies Ties, Viewer Viewer)
{
    /// <summary>What is in the plan; null while there is none.</summary>
    public PlanCount? Count { get; init; }

    public PlanKind? Kind => Count?.Kind;

    /// <summary>Whether the branch exists, or another carries its plans on; else the plan is done with.</summary>
    public bool IsCarriedOn { get; init; } = true;

    public PlanState? State => Count?.StateOf(Ties.IsFinal, IsCarriedOn);

    public bool IsRequired => ImprovementPlan.IsRequired(Grade);

    /// <summary>Whether it must have a plan, by its published grade, and has handed in none.</summary>
    public bool IsMissing => ImprovementPlan.IsMissing(IsPublished ? Grade : null, Count is { WasSubmitted: true });

    /// <summary>Whether it is a D branch's without 联系领导, which was approved before the grade was known.</summary>
    public bool LacksLeader => Count is { IsApproved: true } && ImprovementPlan.LacksLeader(IsPublished ? Grade : null, true, State == PlanState.Closed, Count.ContactLeader);

    /// <summary>A D branch half a year on (§1).</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Whether it runs and a report is due; see <see cref="Quarter.IsQuiet"/>.</summary>
    public bool IsQuiet { get; init; }

    public bool MayFill => IsCarriedOn && Ties.MayFill(Viewer);

    public bool MayAct => IsCarriedOn && Ties.MayAct(Viewer);

    /// <summary>Items that are overdue, also while the plan that ran is sent back.</summary>
    public int Overdue => IsCarriedOn && Count?.Counts(Ties.IsFinal) == true ? Count.Overdue : 0;

    public int Requested => State == PlanState.Running ? Count!.Requested : 0;

    /// <summary>Items of a running plan that the branch has to finish within two weeks.</summary>
    public int Soon => State == PlanState.Running ? Count!.Soon : 0;
}
