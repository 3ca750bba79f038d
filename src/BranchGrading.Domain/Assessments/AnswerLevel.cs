namespace BranchGrading.Domain.Assessments;

/// <summary>The answer to one of the seven questions.</summary>
public enum AnswerLevel
{
    /// <summary>是</summary>
    Yes,

    /// <summary>基本</summary>
    Basically,

    /// <summary>否</summary>
    No,
}
