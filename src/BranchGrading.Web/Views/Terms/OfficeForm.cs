using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Terms;

/// <summary>An office for a known person.</summary>
public sealed class OfficeForm
{
    [Display(Name = "职务"), Required(ErrorMessage = "请选择职务。")]
    public Post? Post { get; set; }

    /// <summary>b and the number of a branch, or c and that of a committee.</summary>
    [Display(Name = "党组织"), Required(ErrorMessage = "请选择党组织。"), RegularExpression("[bc][0-9]{1,9}", ErrorMessage = "请选择党组织。")]
    public string Unit { get; set; } = "";

    [Display(Name = "任职时间")]
    public DateOnly? From { get; set; }

    [Display(Name = "兼任职务"), StringLength(TermOfOffice.ConcurrentPostMaxLength, ErrorMessage = "兼任职务最多 {1} 个字。")]
    public string? ConcurrentPost { get; set; }

    /// <summary>Of a change of secretary.</summary>
    [Display(Name = "文号"), StringLength(OrganisationChange.DocumentNumberMaxLength, ErrorMessage = "文号最多 {1} 个字。")]
    public string? DocumentNumber { get; set; }
}
