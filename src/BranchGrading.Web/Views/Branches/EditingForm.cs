using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Branches;

/// <summary>A branch as it is changed: a new name is a renaming, unless it only puts a slip of the pen right.</summary>
public sealed class EditingForm : BranchForm
{
    [Display(Name = "名称只是改正登记时的错字，不算更名")]
    public bool IsCorrection { get; set; }

    [Display(Name = "更名的文号"), StringLength(OrganisationChange.DocumentNumberMaxLength, ErrorMessage = "文号最多 {1} 个字。")]
    public string? DocumentNumber { get; set; }

    public static new EditingForm Of(Branch branch)
    {
        var known = BranchForm.Of(branch);
        return new EditingForm
        {
            Name = known.Name,
            Type = known.Type,
            Code = known.Code,
            FullMembers = known.FullMembers,
            ProbationaryMembers = known.ProbationaryMembers,
            CommitteeSize = known.CommitteeSize,
            Founded = known.Founded,
            Elected = known.Elected,
            Version = known.Version,
        };
    }
}
