using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.OrganisationChanges;

namespace BranchGrading.Web.Views.Moves;

/// <summary>调整隶属.</summary>
public sealed class MoveForm : ChangeForm
{
    [Display(Name = "调到哪个二级党组织"), Required(ErrorMessage = "请选择二级党组织。")]
    public int? CommitteeId { get; set; }

    [Display(Name = "支部名称"), Required(ErrorMessage = "请填写支部名称。"), StringLength(Branch.NameMaxLength, ErrorMessage = "支部名称最多 {1} 个字。")]
    public string Name { get; set; } = "";
}
