using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Corrections;

/// <summary>The grade from now on, why, and the paper it rests on.</summary>
public sealed class CorrectionForm
{
    public int? ParticipantId { get; set; }

    /// <summary>The grade that was shown, so that two do not correct past one another.</summary>
    [Required(ErrorMessage = "请从更正页面选择支部。")]
    public Grade? From { get; set; }

    [Display(Name = "更正为"), Required(ErrorMessage = "请选择一个等级。")]
    public Grade? Grade { get; set; }

    [Display(Name = "更正的理由"), Required(ErrorMessage = "请写明更正的理由。"), StringLength(GradeChange.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    [Display(Name = "文号"), Required(ErrorMessage = "请填写文号。"), StringLength(GradeChange.DocumentNumberMaxLength, ErrorMessage = "文号最多 60 个字。")]
    public string DocumentNumber { get; set; } = "";
}
