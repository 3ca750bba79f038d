using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Dissolutions;

public sealed class DissolutionForm
{
    public const int ReasonMaxLength = 200;

    [Display(Name = "原因"), Required(ErrorMessage = "请写明原因，记入操作记录。"), StringLength(ReasonMaxLength, ErrorMessage = "原因最多 {1} 个字。")]
    public string Reason { get; set; } = "";
}
