using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Participants;

/// <summary>Why a branch is left out.</summary>
public sealed class ExclusionForm
{
    [BindNever]
    public int RoundId { get; set; }

    [BindNever]
    public int BranchId { get; set; }

    [BindNever]
    public string Branch { get; set; } = "";

    [Display(Name = "不参加评定的理由"), Required(ErrorMessage = "请写明理由。"), StringLength(Exclusion.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";
}
