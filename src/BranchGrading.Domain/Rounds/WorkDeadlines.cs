namespace BranchGrading.Domain.Rounds;

/// <summary>
/// The deadlines that hold for one branch and its committee, extensions and returns considered: what was given back may be worked on until the
/// next deadline, a self-assessment until that of the committee's report, a report or a review until that of the grading (§2). Moments in UTC, the first that is too late.
/// </summary>
public sealed record WorkDeadlines(DateTime SelfAssessment, DateTime Report)
{
    /// <param name="deadlines">Those of the round.</param>
    /// <param name="extensions">Those granted to the branch or its committee.</param>
    /// <param name="assessmentReturned">The committee gave the self-assessment back.</param>
    /// <param name="reviewReturned">The department gave the report, or this branch of it, back.</param>
    public static WorkDeadlines Of(RoundDeadlines deadlines, IReadOnlyCollection<DeadlineExtension> extensions, bool assessmentReturned, bool reviewReturned)
    {
        var report = Latest(deadlines.Report, extensions, DeadlineKind.Report);
        if (reviewReturned && report < deadlines.Grading)
            report = deadlines.Grading;
        var self = Latest(deadlines.SelfAssessment, extensions, DeadlineKind.SelfAssessment);
        return new WorkDeadlines(assessmentReturned && self < report ? report : self, report);
    }

    /// <summary>Until when a committee hands in its forms.</summary>
    /// <param name="deadlines">Those of the round.</param>
    /// <param name="extensions">Those granted to the committee.</param>
    public static DateTime HandInOf(RoundDeadlines deadlines, IEnumerable<DeadlineExtension> extensions) => Latest(deadlines.HandIn, extensions, DeadlineKind.HandIn);

    private static DateTime Latest(DateTime deadline, IEnumerable<DeadlineExtension> extensions, DeadlineKind kind) =>
        extensions.Where(extension => extension.Kind == kind).Select(extension => extension.Until).Append(deadline).Max();
}
