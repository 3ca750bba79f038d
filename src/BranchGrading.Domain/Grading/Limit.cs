namespace BranchGrading.Domain.Grading;

/// <summary>What an explanation line is about, in the order in which 备注 names them (§3.5).</summary>
public enum Limit
{
    /// <summary>一票否决</summary>
    Veto,

    /// <summary>群众满意率</summary>
    MassSatisfaction,

    /// <summary>不越级</summary>
    LevelSkipping,

    /// <summary>特批</summary>
    Approval,

    /// <summary>A级名额</summary>
    Cap,

    /// <summary>并列待定</summary>
    TieToDecide,

    /// <summary>材料不全</summary>
    Missing,
}
