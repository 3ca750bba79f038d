namespace BranchGrading.Domain.Assessments;

/// <summary>是否按时上报: reads off a committee's report and its deadlines whether it came in time (§2).</summary>
public static class ReportTimeliness
{
    /// <param name="submittedAt">When the report was handed up last; null while it is not up.</param>
    /// <param name="isReturned">Whether all of it was given back and has not been handed up again.</param>
    /// <param name="deadline">The round's deadline, the first moment that is too late.</param>
    /// <param name="extended">The deadline with the extensions granted to the committee or its branches; never before the round's.</param>
    /// <param name="now">The moment of asking.</param>
    public static ReportTiming Of(DateTime? submittedAt, bool isReturned, DateTime deadline, DateTime extended, DateTime now) => submittedAt switch
    {
        { } at when at < deadline => ReportTiming.OnTime,
        { } at when at < extended => ReportTiming.Extended,
        // Nothing is taken in after the deadline but what came back.
        { } => ReportTiming.Resubmitted,
        null when isReturned => ReportTiming.Returned,
        null => now < extended ? ReportTiming.Waiting : ReportTiming.Overdue,
    };

    /// <summary>按时上报, 延期内上报, …</summary>
    public static string Word(this ReportTiming timing) => Words<ReportTiming>.All[timing];
}
