using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>What every change is recorded with.</summary>
public abstract class ChangeForm : IVersionedForm
{
    [Display(Name = "日期"), Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "文号"), StringLength(OrganisationChange.DocumentNumberMaxLength, ErrorMessage = "文号最多 {1} 个字。")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "说明"), StringLength(OrganisationChange.NoteMaxLength, ErrorMessage = "说明最多 {1} 个字。")]
    public string? Note { get; set; }

    public Guid Version { get; set; }

    /// <summary>Puts beside the date why it cannot be.</summary>
    public void CheckDay(ModelStateDictionary state, OrganisationChangeKind kind, IEnumerable<Branch> branches, DateOnly today)
    {
        if (On is { } on && (OrganisationChange.WhyNotOn(kind, on, today) ?? branches.Select(branch => OrganisationChange.WhyNotOn(branch, kind, on)).FirstOrDefault(why => why is not null)) is { } why)
            state.AddModelError($"Form.{nameof(On)}", why);
    }

    public ChangeRecord Record(string by, SchoolClock clock) => new(On!.Value, DocumentNumber, Note, by, clock.UtcNow, clock.Today);
}
