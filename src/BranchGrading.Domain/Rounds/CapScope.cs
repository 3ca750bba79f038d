namespace BranchGrading.Domain.Rounds;

/// <summary>A级名额的范围: among whom the A-cap counts its places (§3.6).</summary>
public enum CapScope
{
    /// <summary>全校</summary>
    School,

    /// <summary>按支部类型</summary>
    BranchType,

    /// <summary>按二级党组织</summary>
    Committee,
}
