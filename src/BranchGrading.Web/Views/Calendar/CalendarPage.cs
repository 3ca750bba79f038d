using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>节假日和调休 of one year, and the forms to add to them.</summary>
public sealed record CalendarPage(int Year, IReadOnlyList<int> Years, IReadOnlyList<CalendarSpan> Spans, bool MayEdit)
{
    public SpanForm Form { get; init; } = new() { Kind = SpanKind.Off };

    public LinesForm Pasted { get; init; } = new();
}
