using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Branches;

/// <summary>A new branch, with the day and the document of its founding.</summary>
public sealed class FoundingForm : BranchForm
{
    [Display(Name = "成立日期"), Required(ErrorMessage = "请填写成立日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "文号"), StringLength(OrganisationChange.DocumentNumberMaxLength, ErrorMessage = "文号最多 {1} 个字。")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "说明"), StringLength(OrganisationChange.NoteMaxLength, ErrorMessage = "说明最多 {1} 个字。")]
    public string? Note { get; set; }

    public NewBranch ToBranch() => new(Name, Type!.Value, Code, FullMembers!.Value, ProbationaryMembers!.Value, CommitteeSize, Elected);
}
