using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Objections;

/// <summary>答复 with 维持.</summary>
public sealed class AnswerForm : IVersionedForm
{
    [Display(Name = "答复"), Required(ErrorMessage = "请写答复。"), StringLength(Objection.TextMaxLength, ErrorMessage = "答复最多 1000 个字。")]
    public string Text { get; set; } = "";

    public Guid Version { get; set; }
}
