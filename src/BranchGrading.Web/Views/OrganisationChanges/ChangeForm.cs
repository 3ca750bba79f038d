using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using BranchGrading.Data;
using BranchGrading.Data.Queries;
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
    public async Task CheckDayAsync(ModelStateDictionary state, GradingDbContext db, OrganisationChangeKind kind, IReadOnlyCollection<Branch> branches, DateOnly today, CancellationToken cancellationToken)
    {
        if (On is { } on && (OrganisationChange.WhyNotOn(kind, on, today) ?? await db.WhyNotOnAsync(kind, branches, on, cancellationToken)) is { } why)
            state.AddModelError($"Form.{nameof(On)}", why);
    }

    public virtual ChangeRecord Record(ClaimsPrincipal by, SchoolClock clock) => clock.Record(by, On!.Value, DocumentNumber, Note);
}
