using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Objections;

/// <summary>An objection that came on paper, by telephone or in a visit.</summary>
public sealed class ObjectionForm
{
    [Display(Name = "党支部"), Required(ErrorMessage = "请选择支部。")]
    public int? ParticipantId { get; set; }

    [Display(Name = "提出方式"), Required(ErrorMessage = "请选择怎么收到的。")]
    public ObjectionChannel? Channel { get; set; }

    [Display(Name = "收到的日期"), Required(ErrorMessage = "请填写收到的日期。")]
    public DateOnly? Came { get; set; }

    [Display(Name = "异议人"), StringLength(Objection.NameMaxLength, ErrorMessage = "异议人最多 60 个字。")]
    public string? RaisedBy { get; set; }

    [Display(Name = "联系方式"), StringLength(Objection.ContactMaxLength, ErrorMessage = "联系方式最多 100 个字。")]
    public string? Contact { get; set; }

    [Display(Name = "异议内容"), Required(ErrorMessage = "请写明异议的内容。"), StringLength(Objection.TextMaxLength, ErrorMessage = "异议内容最多 1000 个字。")]
    public string Statement { get; set; } = "";
}
