using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Views.Decisions;

/// <summary>Which grade, and why.</summary>
public sealed class DecisionForm : IVersionedForm
{
    [Display(Name = "评定等级"), Required(ErrorMessage = "请选择一个等级。")]
    public Grade? Grade { get; set; }

    [Display(Name = "理由"), Required(ErrorMessage = "请写明理由。"), StringLength(FinalDecision.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    public Guid Version { get; set; }
}
