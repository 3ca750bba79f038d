using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>A plan in figures, as lists need it.</summary>
/// <param name="ApprovedAt">When it was approved; null where it is not, or was sent back since.</param>
/// <param name="HasRun">Whether anything was told of an item: it runs, or ran before it was sent back.</param>
/// <param name="Open">Items that are worked on: not accepted, and acceptance is not asked for.</param>
/// <param name="Requested">Items that wait for acceptance.</param>
/// <param name="Overdue">Items that are not accepted although their day has passed.</param>
/// <param name="Soon">Items worked on whose day comes within two weeks.</param>
/// <param name="NextDue">The next day of those that are not accepted.</param>
/// <param name="LastReport">When the branch last told of progress.</param>
public sealed record PlanCount(
    PlanKind Kind, bool IsSubmitted, DateTime? ApprovedAt, bool IsReturned, bool HasRun, string? LastComment, string ContactLeader, int Items, int Open, int Requested, int Accepted, int Overdue, int Soon, DateOnly? NextDue,
    DateTime? LastReport)
{
    public bool IsApproved => ApprovedAt is not null;

    /// <summary>The same as <see cref="ImprovementPlan.WasSubmitted"/>.</summary>
    public bool WasSubmitted => IsSubmitted || IsReturned;

    /// <summary>Whether its items count: it runs, or ran and is sent back at the moment; sending back makes nothing less overdue.</summary>
    public bool Counts(bool roundIsFinal) => roundIsFinal && (IsApproved || HasRun);

    /// <summary>The same as <see cref="ImprovementPlan.StateOf"/>, from the figures.</summary>
    public PlanState StateOf(bool roundIsFinal, bool isCarriedOn = true) => ImprovementPlan.StateOf(IsSubmitted, IsApproved, IsReturned, Accepted == Items, roundIsFinal, isCarriedOn);
}
