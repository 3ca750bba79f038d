using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>One span of public holidays or make-up days.</summary>
public sealed class SpanForm : IVersionedForm
{
    [Display(Name = "第一天"), Required(ErrorMessage = "请填写第一天。")]
    public DateOnly? From { get; set; }

    [Display(Name = "最后一天")]
    public DateOnly? To { get; set; }

    [Display(Name = "放假还是上班"), Required(ErrorMessage = "请选择放假还是上班。")]
    public SpanKind? Kind { get; set; }

    [Display(Name = "名称"), Required(ErrorMessage = "请填写名称。"), StringLength(CalendarDay.NameMaxLength, ErrorMessage = "名称最多 30 个字。")]
    public string Name { get; set; } = "";

    public Guid Version { get; set; }

    /// <summary>The last day: the first where none is told.</summary>
    internal DateOnly? Last => To ?? From;

    internal string? WhyNot => From is { } from && Last is { } to && Kind is { } kind ? CalendarSpan.WhyNot(from, to, kind == SpanKind.Work) : null;

    internal IEnumerable<CalendarDay> Days() => CalendarSpan.Dates(From!.Value, Last!.Value).Select(day => new CalendarDay(day, Kind == SpanKind.Work, Name));

    public static SpanForm Of(CalendarSpan span) => new SpanForm { From = span.From, To = span.To, Kind = span.IsWorkingDay ? SpanKind.Work : SpanKind.Off, Name = span.Name }.WithVersion();
}
