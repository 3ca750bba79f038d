namespace BranchGrading.Domain.Rectification;

/// <summary>What an item of a running plan has reached, read off what is there.</summary>
public enum PlanItemState
{
    /// <summary>整改中</summary>
    Open,

    /// <summary>待验收: the branch says that it is done.</summary>
    Requested,

    /// <summary>已销号</summary>
    Accepted,
}
