using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Standards;

/// <summary>计分方式: how an item gets its points (§3.1).</summary>
public enum ItemMethod
{
    /// <summary>评分: 0 to the most, as judged</summary>
    [Display(Name = "评分")]
    Points,

    /// <summary>选项: the points of the choice made</summary>
    [Display(Name = "选项")]
    Options,

    /// <summary>扣分: the most less the points of each occurrence</summary>
    [Display(Name = "扣分")]
    Deduction,

    /// <summary>加分: the points of each event, capped</summary>
    [Display(Name = "加分")]
    Bonus,

    /// <summary>测评: the most times the satisfaction rate of a panel</summary>
    [Display(Name = "测评")]
    Vote,

    /// <summary>一票否决: yes or no, no points</summary>
    [Display(Name = "一票否决")]
    Veto,
}
