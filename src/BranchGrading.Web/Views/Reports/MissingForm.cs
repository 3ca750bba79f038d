using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Reports;

/// <summary>A branch that is not reviewed, and why the report goes up without it.</summary>
public sealed class MissingForm
{
    public int ParticipantId { get; set; }

    [Display(Name = "缺报的原因"), StringLength(MissingBranch.ReasonMaxLength, ErrorMessage = "缺报的原因最多 300 个字。")]
    public string? Reason { get; set; }
}
