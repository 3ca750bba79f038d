using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Bulletins;

/// <summary>What is told.</summary>
public enum BulletinKind
{
    /// <summary>通知</summary>
    [Display(Name = "通知")]
    Notice,

    /// <summary>典型经验</summary>
    [Display(Name = "典型经验")]
    GoodCase,
}
