namespace BranchGrading.Domain.Assessments;

/// <summary>How the school gathered evidence (§1).</summary>
public enum EvidenceKind
{
    /// <summary>实地查阅材料和会议记录</summary>
    Records,

    /// <summary>问卷调查</summary>
    Questionnaire,

    /// <summary>群众座谈</summary>
    Discussion,

    /// <summary>个别访谈</summary>
    Interview,

    /// <summary>听取分管领导意见</summary>
    LeaderOpinion,
}
