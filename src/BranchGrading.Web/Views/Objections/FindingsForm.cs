using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Objections;

/// <summary>核查情况.</summary>
public sealed class FindingsForm : IVersionedForm
{
    [Display(Name = "核查情况"), Required(ErrorMessage = "请写核查的情况。"), StringLength(Objection.TextMaxLength, ErrorMessage = "核查情况最多 1000 个字。")]
    public string Text { get; set; } = "";

    public Guid Version { get; set; }
}
