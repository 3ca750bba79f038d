using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>A plan in figures, as lists need it.</summary>
/// <param name="Open">Items that are worked on: not accepted, and acceptance is not asked for.</param>
/// <param name="Requested">Items that wait for acceptance.</param>
/// <param name="Overdue">Items that are not accepted although their day has passed.</param>
/// <param name="Soon">Items worked on whose day comes within two weeks.</param>
/// <param name="NextDue">The next day of those that are not accepted.</param>
/// <param name="LastReport">When the branch last told of progress.</param>
public sealed record PlanCount(
    PlanKind Kind, bool IsSubmitted, bool IsApproved, bool IsReturned, string? LastComment, string ContactLeader, int Items, int Open, int Requested, int Accepted, int Overdue, int Soon, DateOnly? NextDue,
    DateTime? LastReport)
{
    /// <summary>The same as <see cref="ImprovementPlan.StateOf"/>, from the figures.</summary>
    public PlanState StateOf(bool roundIsFinal, bool isCarriedOn) => ImprovementPlan.StateOf(IsSubmitted, IsApproved, IsReturned, Accepted == Items, roundIsFinal, isCarriedOn);
}
