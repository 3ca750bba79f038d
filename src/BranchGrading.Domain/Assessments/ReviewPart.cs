namespace BranchGrading.Domain.Assessments;

/// <summary>The parts of a review (§2.3).</summary>
public enum ReviewPart
{
    /// <summary>支部自评</summary>
    SelfAssessment,

    /// <summary>调查核实</summary>
    Investigation,

    /// <summary>党员测评</summary>
    MemberVote,

    /// <summary>群众测评</summary>
    MassVote,

    /// <summary>逐项打分</summary>
    Items,

    /// <summary>意见与等级</summary>
    Opinion,
}
