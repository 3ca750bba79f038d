namespace BranchGrading.Domain.Rounds;

/// <summary>What a final D bars (§3.9).</summary>
public enum ConsequenceKind
{
    /// <summary>不得享受绩效等方面的奖励</summary>
    NoPerformanceReward,

    /// <summary>不能提拔使用</summary>
    NoPromotion,
}
