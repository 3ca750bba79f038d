namespace BranchGrading.Domain.Rounds;

/// <summary>The words of screens for deadlines that can be put off.</summary>
public static class DeadlineWords
{
    public static string Word(this DeadlineKind kind) => kind switch
    {
        DeadlineKind.SelfAssessment => "自评截止",
        DeadlineKind.HandIn => "报表报送截止",
        _ => "初评和上报截止",
    };

    /// <summary>The deadline of a kind, as the round has it for everybody.</summary>
    public static DateTime Of(this RoundDeadlines deadlines, DeadlineKind kind) => kind switch
    {
        DeadlineKind.SelfAssessment => deadlines.SelfAssessment,
        DeadlineKind.HandIn => deadlines.HandIn,
        _ => deadlines.Report,
    };
}
