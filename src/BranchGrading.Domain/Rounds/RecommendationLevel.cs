namespace BranchGrading.Domain.Rounds;

/// <summary>The level at which a branch is recommended as 先进党支部 (§3.9).</summary>
public enum RecommendationLevel
{
    /// <summary>院系级</summary>
    Committee,

    /// <summary>校级</summary>
    School,

    /// <summary>省级</summary>
    Province,

    /// <summary>国家级</summary>
    Nation,
}
