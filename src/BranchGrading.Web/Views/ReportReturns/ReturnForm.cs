using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.ReportReturns;

/// <summary>What of a report is given back, and why.</summary>
public sealed class ReturnForm
{
    [Display(Name = "退回什么")]
    public int? ParticipantId { get; set; }

    [Display(Name = "退回的理由"), Required(ErrorMessage = "请写明退回的理由。"), StringLength(CommitteeReport.ReasonMaxLength, ErrorMessage = "退回的理由最多 500 个字。")]
    public string Reason { get; set; } = "";
}
