using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>A branch on the board of rectification, with the unit that answers for it: the frozen one until the round is final, afterwards the present one.</summary>
public sealed record BoardBranch(int ParticipantId, string Name, int CommitteeId, string Committee, int CommitteeOrder, int Order, Grade? Grade)
{
    /// <summary>Its plan; null where none is begun.</summary>
    public BoardPlan? Plan { get; init; }

    /// <summary>The items of its plan, whatever the plan has reached.</summary>
    public IReadOnlyList<BoardItemState> Items { get; init; } = [];

    /// <summary>联系领导 of the plan, else of the review.</summary>
    public string? ContactLeader { get; init; }

    /// <summary>Whether it must have a plan.</summary>
    public bool IsRequired => ImprovementPlan.IsRequired(Grade);

    /// <summary>Whether the plan is missing that it must have: not begun, or never handed in.</summary>
    public bool IsMissing => IsRequired && Plan is not { SubmittedAt: not null };
}
