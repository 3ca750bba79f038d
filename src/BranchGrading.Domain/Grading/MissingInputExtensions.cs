namespace BranchGrading.Domain.Grading;

/// <summary>The words of what is missing.</summary>
public static class MissingInputExtensions
{
    /// <summary>自评得分, 初评得分, 党员测评 or 群众测评.</summary>
    public static string Word(this MissingInput missing) => missing switch
    {
        MissingInput.SelfScore => "自评得分",
        MissingInput.Review => "初评得分",
        MissingInput.MemberVote => "党员测评",
        MissingInput.MassVote => "群众测评",
        _ => throw new ArgumentOutOfRangeException(nameof(missing)),
    };
}
