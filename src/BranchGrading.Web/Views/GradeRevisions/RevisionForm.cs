using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.GradeRevisions;

/// <summary>The grade from now on, why (for everybody), and the answer (for the objector).</summary>
public sealed class RevisionForm : IVersionedForm
{
    /// <summary>What the audit and the explanation add to the reason leaves this much of it.</summary>
    public const int ReasonMaxLength = GradeChange.ReasonMaxLength;

    [Display(Name = "改定的等级"), Required(ErrorMessage = "请选择一个等级。")]
    public Grade? Grade { get; set; }

    [Display(Name = "改定的理由"), Required(ErrorMessage = "请写明改定的理由。"), StringLength(ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    [Display(Name = "给异议人的答复"), Required(ErrorMessage = "请写答复。"), StringLength(Objection.TextMaxLength, ErrorMessage = "答复最多 1000 个字。")]
    public string Answer { get; set; } = "";

    /// <summary>Which moves were shown.</summary>
    public string? Mark { get; set; }

    public Guid Version { get; set; }
}
