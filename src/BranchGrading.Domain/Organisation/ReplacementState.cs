namespace BranchGrading.Domain.Organisation;

/// <summary>What became of the secretary of a branch graded D.</summary>
public enum ReplacementState
{
    /// <summary>尚未调整: the same person leads.</summary>
    NotYet,

    /// <summary>已调整</summary>
    Changed,

    /// <summary>空缺: nobody leads.</summary>
    Vacant,

    /// <summary>支部已撤销</summary>
    Dissolved,
}
