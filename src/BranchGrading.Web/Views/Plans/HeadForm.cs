using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>What a plan is for, and who of the leaders is in contact.</summary>
public sealed class HeadForm : IVersionedForm
{
    [Display(Name = "计划类别"), Required(ErrorMessage = "请选择是整改、提升还是巩固。")]
    public PlanKind? Kind { get; set; }

    [Display(Name = "联系领导"), StringLength(PlanItem.PersonMaxLength, ErrorMessage = "联系领导最多 60 个字。")]
    public string? ContactLeader { get; set; }

    public Guid Version { get; set; }

    public static HeadForm Of(ImprovementPlan plan) => new() { Kind = plan.Kind, ContactLeader = plan.ContactLeader, Version = plan.Version };
}
