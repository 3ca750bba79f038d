using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>One span that is being changed.</summary>
public sealed record SpanPage(CalendarSpan Span, SpanForm Form, SpanForm Known);
