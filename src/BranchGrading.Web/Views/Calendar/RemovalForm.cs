using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>From which day to which the entries go.</summary>
public sealed class RemovalForm
{
    [Required(ErrorMessage = "请填写第一天。")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "请填写最后一天。")]
    public DateOnly? To { get; set; }
}
