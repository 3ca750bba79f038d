using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>What is written to an item of a running plan; files come beside it.</summary>
public sealed class EntryForm : IVersionedForm, IValidatableObject
{
    [Required(ErrorMessage = "请用页面上的按钮办理。")]
    public PlanEntryKind? Kind { get; set; }

    [Display(Name = "完成比例"), Range(0, 100, ErrorMessage = "完成比例应在 0 到 100 之间。")]
    public int? Percent { get; set; }

    [Display(Name = "情况"), StringLength(PlanEntry.NoteMaxLength, ErrorMessage = "最多 1000 个字。")]
    public string? Note { get; set; }

    public Guid Version { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is { } kind && kind != PlanEntryKind.Accept && string.IsNullOrWhiteSpace(Note))
        {
            yield return new ValidationResult(
                kind switch
                {
                    PlanEntryKind.Progress => "请写进展情况：做了什么、做到哪一步。",
                    PlanEntryKind.Request => "请写完成情况，供验收时核对。",
                    PlanEntryKind.Refuse => "请写不通过的理由，支部照着再改。",
                    PlanEntryKind.SpotCheck => "请写抽查情况。",
                    _ => "请写重新整改的理由。",
                },
                [nameof(Note)]);
        }
    }
}
