namespace BranchGrading.Domain.Rectification;

/// <summary>What happened to an item of a plan.</summary>
public enum PlanEntryKind
{
    /// <summary>进展</summary>
    Progress,

    /// <summary>申请验收</summary>
    Request,

    /// <summary>验收通过（销号）</summary>
    Accept,

    /// <summary>验收不通过</summary>
    Refuse,

    /// <summary>抽查</summary>
    SpotCheck,

    /// <summary>重新整改: after a relapse.</summary>
    Reopen,
}
