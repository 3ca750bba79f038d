namespace BranchGrading.Domain.Assessments;

/// <summary>How the school scores a branch.</summary>
public enum RescoreMethod
{
    /// <summary>不另评分: the committee's score counts.</summary>
    None,

    /// <summary>按总分</summary>
    Total,

    /// <summary>逐项评分</summary>
    ByItems,
}
