using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>One item of a plan as its branch writes it; what is left blank is asked for when the plan is handed in.</summary>
public sealed class ItemForm : IVersionedForm
{
    [Display(Name = "存在的主要问题"), Required(ErrorMessage = "请写存在的主要问题。"), StringLength(PlanItem.TextMaxLength, ErrorMessage = "存在的主要问题最多 500 个字。")]
    public string? Problem { get; set; }

    [Display(Name = "原因"), StringLength(PlanItem.TextMaxLength, ErrorMessage = "原因最多 500 个字。")]
    public string? Cause { get; set; }

    [Display(Name = "整改措施"), StringLength(PlanItem.TextMaxLength, ErrorMessage = "整改措施最多 500 个字。")]
    public string? Measure { get; set; }

    [Display(Name = "目标等级")]
    public Grade? TargetGrade { get; set; }

    [Display(Name = "责任人"), StringLength(PlanItem.PersonMaxLength, ErrorMessage = "责任人最多 60 个字。")]
    public string? ResponsiblePerson { get; set; }

    [Display(Name = "联系领导"), StringLength(PlanItem.PersonMaxLength, ErrorMessage = "联系领导最多 60 个字。")]
    public string? ContactLeader { get; set; }

    [Display(Name = "完成时限")]
    public DateOnly? DueOn { get; set; }

    public Guid Version { get; set; }

    public static ItemForm Of(PlanItem item) => new()
    {
        Problem = item.Problem,
        Cause = item.Cause,
        Measure = item.Measure,
        TargetGrade = item.TargetGrade,
        ResponsiblePerson = item.ResponsiblePerson,
        ContactLeader = item.ContactLeader,
        DueOn = item.DueOn,
        Version = item.Version,
    };

    public void ApplyTo(ImprovementPlan plan, PlanItem? item)
    {
        if (item is null)
            plan.Add(PlanItemOrigin.Own, Problem, Cause, Measure, TargetGrade, ResponsiblePerson, ContactLeader, DueOn);
        else
            plan.Change(item, Problem, Cause, Measure, TargetGrade, ResponsiblePerson, ContactLeader, DueOn);
    }
}
