using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Terms;

/// <summary>An office in a branch or committee, for somebody named here.</summary>
public sealed class TermForm
{
    [Display(Name = "职务"), Required(ErrorMessage = "请选择职务。")]
    public Post? Post { get; set; }

    [Display(Name = "姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "姓名最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "工号或学号"), StringLength(Person.StaffNumberMaxLength, ErrorMessage = "工号或学号最多 {1} 个字。")]
    public string? StaffNumber { get; set; }

    [Display(Name = "电话"), StringLength(Person.PhoneMaxLength, ErrorMessage = "电话最多 {1} 个字。")]
    public string? Phone { get; set; }

    [Display(Name = "任职时间")]
    public DateOnly? From { get; set; }

    [Display(Name = "兼任职务"), StringLength(TermOfOffice.ConcurrentPostMaxLength, ErrorMessage = "兼任职务最多 {1} 个字。")]
    public string? ConcurrentPost { get; set; }

    /// <summary>Of a change of secretary.</summary>
    [Display(Name = "文号"), StringLength(OrganisationChange.DocumentNumberMaxLength, ErrorMessage = "文号最多 {1} 个字。")]
    public string? DocumentNumber { get; set; }

    /// <summary>Which of several namesakes.</summary>
    public int? PersonId { get; set; }
}
