using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.WorkPlans;

/// <summary>Another version of the 工作方案; its files come beside it. It replaces no text, so that it carries no version.</summary>
public sealed class WorkPlanForm
{
    [Display(Name = "方案的日期"), Required(ErrorMessage = "请填写方案的日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "说明"), Required(ErrorMessage = "请写一句说明，例如改了什么。"), StringLength(CommitteeNote.ContentMaxLength, ErrorMessage = "说明最多 {1} 个字。")]
    public string Content { get; set; } = "";
}
