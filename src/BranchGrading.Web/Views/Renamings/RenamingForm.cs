using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.OrganisationChanges;

namespace BranchGrading.Web.Views.Renamings;

/// <summary>更名.</summary>
public sealed class RenamingForm : ChangeForm
{
    [Display(Name = "新名称"), Required(ErrorMessage = "请填写新名称。"), StringLength(Branch.NameMaxLength, ErrorMessage = "支部名称最多 {1} 个字。")]
    public string Name { get; set; } = "";
}
