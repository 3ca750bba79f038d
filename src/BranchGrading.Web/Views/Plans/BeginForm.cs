using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>What a plan is begun with: what it is for, and the suggestions that become its items.</summary>
public sealed class BeginForm
{
    [Display(Name = "计划类别"), Required(ErrorMessage = "请选择是整改、提升还是巩固。")]
    public PlanKind? Kind { get; set; }

    public List<string> Keys { get; set; } = [];
}
