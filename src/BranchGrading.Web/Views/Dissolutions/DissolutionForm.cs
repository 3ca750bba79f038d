using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Dissolutions;

public sealed class DissolutionForm : IVersionedForm
{
    public const int ReasonMaxLength = 200;

    /// <summary>Asked for when a branch is dissolved, not when that is undone.</summary>
    [Display(Name = "撤销日期")]
    public DateOnly? On { get; set; }

    [Display(Name = "文号"), StringLength(OrganisationChange.DocumentNumberMaxLength, ErrorMessage = "文号最多 {1} 个字。")]
    public string? DocumentNumber { get; set; }

    /// <summary>接续支部: carries on plans and history; none for most.</summary>
    [Display(Name = "接续的支部")]
    public int? SuccessorId { get; set; }

    [Display(Name = "原因"), Required(ErrorMessage = "请写明原因，记入操作记录。"), StringLength(ReasonMaxLength, ErrorMessage = "原因最多 {1} 个字。")]
    public string Reason { get; set; } = "";

    public Guid Version { get; set; }
}
