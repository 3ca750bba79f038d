using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Organisation;

/// <summary>What is worth looking at in a branch; none of it forbids anything.</summary>
public enum OrganisationWarningKind
{
    /// <summary>没有书记</summary>
    [Display(Name = "没有书记")]
    NoSecretary,

    /// <summary>党员不足 3 人</summary>
    [Display(Name = "党员不足 3 人")]
    TooFewMembers,

    /// <summary>党员超过 50 人</summary>
    [Display(Name = "党员超过 50 人")]
    TooManyMembers,

    /// <summary>换届逾期</summary>
    [Display(Name = "换届逾期")]
    ElectionOverdue,

    /// <summary>换届时间没有登记</summary>
    [Display(Name = "换届时间没有登记")]
    ElectionUnknown,

    /// <summary>新任书记没有任职培训</summary>
    [Display(Name = "新任书记没有任职培训")]
    SecretaryUntrained,

    /// <summary>流动党员比党员多</summary>
    [Display(Name = "流动党员比党员多")]
    MoreFloatingThanMembers,
}
