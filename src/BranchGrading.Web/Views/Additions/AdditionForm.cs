using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Additions;

/// <summary>Why a branch is taken in after the opening.</summary>
public sealed class AdditionForm
{
    [Display(Name = "补充参评的理由"), Required(ErrorMessage = "请写明理由。"), StringLength(Participant.AddedReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";
}
