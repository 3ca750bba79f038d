using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Publications;

/// <summary>The meeting that settled the grades, and where objections to them are received.</summary>
public sealed class PublicationForm
{
    [Display(Name = "学校党委会议日期"), Required(ErrorMessage = "请填写会议日期。")]
    public DateOnly? MeetingDate { get; set; }

    [Display(Name = "文号"), Required(ErrorMessage = "请填写文号。"), StringLength(Publication.DocumentNumberMaxLength, ErrorMessage = "文号最多 60 个字。")]
    public string DocumentNumber { get; set; } = "";

    [Display(Name = "受理异议的电话"), StringLength(Publication.TelephoneMaxLength, ErrorMessage = "电话最多 60 个字。")]
    public string? Telephone { get; set; }

    [Display(Name = "受理异议的地点"), StringLength(Publication.PlaceMaxLength, ErrorMessage = "地点最多 100 个字。")]
    public string? Place { get; set; }
}
