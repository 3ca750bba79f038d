using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.OrganisationChanges;

namespace BranchGrading.Web.Views.Splits;

/// <summary>拆分: whether the branch goes on, and what comes of it.</summary>
public sealed class SplitForm : ChangeForm
{
    public const int MostParts = 4;

    [Display(Name = "原支部保留，继续存在")]
    public bool GoesOn { get; set; }

    public List<PartForm> Parts { get; set; } = [];

    public IEnumerable<NewBranch> NewBranches(BranchType type) => Parts.Where(part => !part.IsBlank)
        .Select(part => new NewBranch(part.Name!, part.Type ?? type, null, part.FullMembers ?? 0, part.ProbationaryMembers ?? 0));
}
