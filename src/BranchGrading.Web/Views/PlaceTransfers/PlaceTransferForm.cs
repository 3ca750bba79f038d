using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.PlaceTransfers;

/// <summary>How many places go from which group to which, and why.</summary>
public sealed class PlaceTransferForm
{
    [Display(Name = "从哪一组调出"), Required(ErrorMessage = "请选择调出的组。"), StringLength(PlaceTransfer.GroupMaxLength)]
    public string From { get; set; } = "";

    [Display(Name = "调入哪一组"), Required(ErrorMessage = "请选择调入的组。"), StringLength(PlaceTransfer.GroupMaxLength)]
    public string To { get; set; } = "";

    [Display(Name = "名额"), Range(1, 1000, ErrorMessage = "名额至少 1 个。")]
    public int Places { get; set; } = 1;

    [Display(Name = "理由"), Required(ErrorMessage = "请写明理由，它会印在附表 4 下面。"), StringLength(PlaceTransfer.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";
}
