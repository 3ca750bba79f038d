using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Predecessors;

/// <summary>Which earlier grade of another branch counts, and why.</summary>
public sealed class PredecessorForm : IVersionedForm
{
    [Display(Name = "前身支部的等级"), Required(ErrorMessage = "请选择一条历史等级。")]
    public int? PastGradeId { get; set; }

    [Display(Name = "理由"), Required(ErrorMessage = "请写明理由。"), StringLength(PredecessorGrade.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    public Guid Version { get; set; }
}
