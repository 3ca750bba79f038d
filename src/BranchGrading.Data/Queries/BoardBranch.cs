using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>A branch on the board of rectification, with the unit that answers for it: the frozen one until the round is final, afterwards the present one.</summary>
/// <param name="Grade">As far as the viewer may know it.</param>
public sealed record BoardBranch(int ParticipantId, string Name, int CommitteeId, string Committee, int CommitteeOrder, int Order, Grade? Grade)
{
    /// <summary>Its plan in figures; null where none is begun.</summary>
    public PlanCount? Plan { get; init; }

    /// <summary>Whether the viewer reads the items: those of a plan that was never handed in are its branch's own.</summary>
    public bool SeesItems { get; init; }

    /// <summary>联系领导 of the plan; where there is none, of the review, if the viewer may read it.</summary>
    public string? ContactLeader { get; init; }

    /// <summary>Whether a plan that is missing is still wanted: until the branch is graded again, as in the list of plans.</summary>
    public bool IsWanted { get; init; }

    /// <summary>Whether the grade is published.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether it lacks the plan that it must have; the same as in the list of plans.</summary>
    public bool IsMissing => IsWanted && ImprovementPlan.IsMissing(IsPublished ? Grade : null, Plan is { WasSubmitted: true });

    /// <summary>Whether it must have a plan.</summary>
    public bool IsRequired => ImprovementPlan.IsRequired(Grade);
}
