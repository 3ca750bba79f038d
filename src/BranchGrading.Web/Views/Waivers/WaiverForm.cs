using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Waivers;

/// <summary>Who approved an exception, why, and under which document number.</summary>
public sealed class WaiverForm
{
    [Display(Name = "批准人或会议"), Required(ErrorMessage = "请写明由谁批准。"), StringLength(LevelSkippingWaiver.ApprovedByMaxLength, ErrorMessage = "批准人最多 60 个字。")]
    public string ApprovedBy { get; set; } = "";

    [Display(Name = "理由"), Required(ErrorMessage = "请写明理由。"), StringLength(LevelSkippingWaiver.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    [Display(Name = "文号"), Required(ErrorMessage = "请填写文号。"), StringLength(LevelSkippingWaiver.DocumentNumberMaxLength, ErrorMessage = "文号最多 60 个字。")]
    public string DocumentNumber { get; set; } = "";
}
