using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.OrganisationChanges;

namespace BranchGrading.Web.Views.Mergers;

/// <summary>合并: which branches, and what they become.</summary>
public sealed class MergerForm : ChangeForm
{
    public List<int> Branches { get; set; } = [];

    /// <summary>The branch that goes on; 0 for a new one.</summary>
    [Display(Name = "合并成"), Required(ErrorMessage = "请选择合并成哪一个。")]
    public int? Into { get; set; }

    [Display(Name = "合并后的名称"), StringLength(Branch.NameMaxLength, ErrorMessage = "支部名称最多 {1} 个字。")]
    public string? Name { get; set; }

    [Display(Name = "新支部的类型")]
    public BranchType? Type { get; set; }

    [Display(Name = "新支部所属的二级党组织")]
    public int? CommitteeId { get; set; }
}
