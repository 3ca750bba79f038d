using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.OwnObjections;

/// <summary>Which branch, what for, and how to be reached; who it is, is known.</summary>
public sealed class OwnObjectionForm
{
    [Display(Name = "党支部"), Required(ErrorMessage = "请选择支部。")]
    public int? ParticipantId { get; set; }

    [Display(Name = "异议内容"), Required(ErrorMessage = "请写明有什么异议、依据是什么。"), StringLength(Objection.TextMaxLength, ErrorMessage = "异议内容最多 1000 个字。")]
    public string Statement { get; set; } = "";

    [Display(Name = "联系方式"), StringLength(Objection.ContactMaxLength, ErrorMessage = "联系方式最多 100 个字。")]
    public string? Contact { get; set; }
}
