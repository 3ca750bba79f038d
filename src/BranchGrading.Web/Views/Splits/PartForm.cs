using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Splits;

/// <summary>A branch that comes of a split; a row without a name is none.</summary>
public sealed class PartForm
{
    [Display(Name = "支部名称"), StringLength(Branch.NameMaxLength, ErrorMessage = "支部名称最多 {1} 个字。")]
    public string? Name { get; set; }

    [Display(Name = "支部类型")]
    public BranchType? Type { get; set; }

    [Display(Name = "正式党员数"), Range(0, Branch.MembersMax, ErrorMessage = "人数应在 {1} 到 {2} 之间。")]
    public int? FullMembers { get; set; }

    [Display(Name = "预备党员数"), Range(0, Branch.MembersMax, ErrorMessage = "人数应在 {1} 到 {2} 之间。")]
    public int? ProbationaryMembers { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name);

    /// <summary>Members are told for a branch that has no name.</summary>
    public bool LacksName => IsBlank && (FullMembers > 0 || ProbationaryMembers > 0);
}
