using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>Another leader in contact, for a plan that is handed in.</summary>
public sealed class LeaderForm : IVersionedForm
{
    [Display(Name = "联系领导"), StringLength(PlanItem.PersonMaxLength, ErrorMessage = "联系领导最多 60 个字。")]
    public string? ContactLeader { get; set; }

    public Guid Version { get; set; }

    public static LeaderForm Of(ImprovementPlan plan) => new() { ContactLeader = plan.ContactLeader, Version = plan.Version };
}
