using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.OrganisationChanges;

namespace BranchGrading.Web.Views.Secretaries;

/// <summary>书记变更: who, and the rest of every change.</summary>
public sealed class SecretaryForm : ChangeForm
{
    [Display(Name = "新书记的姓名"), Required(ErrorMessage = "请填写姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "姓名最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "工号或学号"), StringLength(Person.StaffNumberMaxLength, ErrorMessage = "工号或学号最多 {1} 个字。")]
    public string? StaffNumber { get; set; }

    [Display(Name = "电话"), StringLength(Person.PhoneMaxLength, ErrorMessage = "电话最多 {1} 个字。")]
    public string? Phone { get; set; }

    [Display(Name = "兼任职务"), StringLength(TermOfOffice.ConcurrentPostMaxLength, ErrorMessage = "兼任职务最多 {1} 个字。")]
    public string? ConcurrentPost { get; set; }

    /// <summary>Which of several namesakes.</summary>
    public int? PersonId { get; set; }
}
