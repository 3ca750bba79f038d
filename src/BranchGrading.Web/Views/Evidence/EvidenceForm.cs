using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Evidence;

/// <summary>How, when and what the school found out; files come beside it.</summary>
public sealed class EvidenceForm : IVersionedForm
{
    [Display(Name = "考评方式"), Required(ErrorMessage = "请选择考评方式。")]
    public EvidenceKind? Kind { get; set; }

    [Display(Name = "日期"), Required(ErrorMessage = "请填写考评的日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "考评情况"), Required(ErrorMessage = "请写考评情况。"), StringLength(Domain.Assessments.Evidence.ContentMaxLength, ErrorMessage = "考评情况最多 2000 个字。")]
    public string Content { get; set; } = "";

    public Guid Version { get; set; }
}
