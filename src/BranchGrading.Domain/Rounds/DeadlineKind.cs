namespace BranchGrading.Domain.Rounds;

/// <summary>The deadlines that can be put off for one branch or committee (§2).</summary>
public enum DeadlineKind
{
    /// <summary>自评截止</summary>
    SelfAssessment,

    /// <summary>初评意见报告截止</summary>
    Report,

    /// <summary>报表报送截止; a committee hands in, never a single branch.</summary>
    HandIn,
}
