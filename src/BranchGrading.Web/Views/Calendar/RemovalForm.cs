using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>From which day to which the entries of a span go.</summary>
public sealed class RemovalForm : IVersionedForm
{
    [Required(ErrorMessage = "请填写第一天。")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "请填写最后一天。")]
    public DateOnly? To { get; set; }

    public Guid Version { get; set; }
}
