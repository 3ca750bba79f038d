using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Organisation;

/// <summary>What happened to branches.</summary>
public enum OrganisationChangeKind
{
    /// <summary>成立</summary>
    [Display(Name = "成立")]
    Founding,

    /// <summary>撤销</summary>
    [Display(Name = "撤销")]
    Dissolution,

    /// <summary>合并: several become one.</summary>
    [Display(Name = "合并")]
    Merger,

    /// <summary>拆分: one becomes several.</summary>
    [Display(Name = "拆分")]
    Split,

    /// <summary>更名</summary>
    [Display(Name = "更名")]
    Renaming,

    /// <summary>调整隶属: to another committee.</summary>
    [Display(Name = "调整隶属")]
    Move,

    /// <summary>书记变更</summary>
    [Display(Name = "书记变更")]
    SecretaryChange,
}
