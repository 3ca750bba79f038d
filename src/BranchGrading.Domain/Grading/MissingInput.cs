namespace BranchGrading.Domain.Grading;

/// <summary>What a branch may lack so that it cannot be graded (§3.8).</summary>
public enum MissingInput
{
    /// <summary>自评得分</summary>
    SelfScore,

    /// <summary>初评得分</summary>
    Review,

    /// <summary>党员测评 with a valid ballot</summary>
    MemberVote,

    /// <summary>群众测评 with a valid ballot</summary>
    MassVote,
}
