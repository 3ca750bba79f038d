namespace BranchGrading.Domain.Grading;

/// <summary>What figures are worth a second look (§5: self-scores run high).</summary>
public enum AnomalyKind
{
    /// <summary>自评偏高</summary>
    HighSelfScore,

    /// <summary>初评普遍偏高</summary>
    HighCommittee,

    /// <summary>票少全满意</summary>
    FewBallots,

    /// <summary>与初评等级不同</summary>
    OtherThanProposed,

    /// <summary>降两级</summary>
    SteepFall,
}
