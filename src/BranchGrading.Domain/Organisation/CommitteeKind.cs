using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Organisation;

/// <summary>党组织类别: what a second-level party organisation is.</summary>
public enum CommitteeKind
{
    /// <summary>基层党委</summary>
    [Display(Name = "基层党委")]
    PartyCommittee,

    /// <summary>党总支</summary>
    [Display(Name = "党总支")]
    GeneralBranch,

    /// <summary>直属党支部: its one branch is the organisation itself.</summary>
    [Display(Name = "直属党支部")]
    DirectBranch,
}
