using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>What a span of the calendar is.</summary>
public enum SpanKind
{
    [Display(Name = "放假")]
    Off,

    [Display(Name = "上班（调休补班）")]
    Work,
}
