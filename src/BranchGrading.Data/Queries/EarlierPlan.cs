using BranchGrading.Domain.Rectification;

namespace BranchGrading.Data.Queries;

/// <summary>The plan with which a branch, or one that it came from, went into the year.</summary>
/// <param name="ParticipantId">Whose.</param>
/// <param name="Year">Of which round.</param>
/// <param name="Branch">The branch's name then.</param>
/// <param name="IsOwn">Whether it is the branch's own; else a predecessor's.</param>
/// <param name="Items">In their order.</param>
public sealed record EarlierPlan(int ParticipantId, int Year, string Branch, bool IsOwn, IReadOnlyList<EarlierItem> Items)
{
    public int Accepted => Items.Count(item => item.State == PlanItemState.Accepted);
}
