using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Audit;

/// <summary>Which rows of the audit are looked for.</summary>
public sealed class AuditFilter
{
    [Display(Name = "事项")]
    public string? Event { get; set; }

    [Display(Name = "人员")]
    public string? Actor { get; set; }

    [Display(Name = "从")]
    public DateOnly? From { get; set; }

    [Display(Name = "到")]
    public DateOnly? To { get; set; }

    public bool IsSet => !string.IsNullOrEmpty(Event) || !string.IsNullOrEmpty(Actor) || From is not null || To is not null;
}
