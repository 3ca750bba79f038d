namespace BranchGrading.Domain.Rounds;

/// <summary>
/// The four deadlines of a round (§2), as moments in UTC: the first moment that is too late. A date without an hour means its end.
/// </summary>
public sealed record RoundDeadlines
{
    /// <summary>自评截止</summary>
    public DateTime SelfAssessment { get; init; }

    /// <summary>初评意见报告截止</summary>
    public DateTime Report { get; init; }

    /// <summary>分类定级完成, 8 April in the document</summary>
    public DateTime Grading { get; init; }

    /// <summary>报表报送, 9 April 11:00 in the document</summary>
    public DateTime HandIn { get; init; }
}
