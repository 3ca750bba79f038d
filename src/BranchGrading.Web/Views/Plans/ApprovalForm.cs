using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>The committee's approval: of what was looked at, with the leader in contact.</summary>
public sealed class ApprovalForm
{
    [Display(Name = "联系领导"), StringLength(PlanItem.PersonMaxLength, ErrorMessage = "联系领导最多 60 个字。")]
    public string? ContactLeader { get; set; }

    public Guid Mark { get; set; }
}
