namespace BranchGrading.Domain.Standards;

/// <summary>计分方式: how an item gets its points (§3.1).</summary>
public enum ItemMethod
{
    /// <summary>评分: 0 to the most, as judged</summary>
    Points,

    /// <summary>选项: the points of the choice made</summary>
    Options,

    /// <summary>扣分: the most less the points of each occurrence</summary>
    Deduction,

    /// <summary>加分: the points of each event, capped</summary>
    Bonus,

    /// <summary>测评: the most times the satisfaction rate of a panel</summary>
    Vote,

    /// <summary>一票否决: yes or no, no points</summary>
    Veto,
}
