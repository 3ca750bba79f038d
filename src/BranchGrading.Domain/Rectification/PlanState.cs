namespace BranchGrading.Domain.Rectification;

/// <summary>What a plan has reached, read off what is there.</summary>
public enum PlanState
{
    /// <summary>起草中</summary>
    Drafting,

    /// <summary>待审核: handed to the committee.</summary>
    Submitted,

    /// <summary>已退回: the committee wants it otherwise.</summary>
    Returned,

    /// <summary>已批准: it runs once the round is final.</summary>
    Approved,

    /// <summary>整改中</summary>
    Running,

    /// <summary>已销号: everything is accepted.</summary>
    Closed,

    /// <summary>不再执行: the branch ended before all was done, and no other carries its plans on.</summary>
    Lapsed,
}
