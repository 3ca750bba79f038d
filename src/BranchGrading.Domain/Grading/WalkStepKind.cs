namespace BranchGrading.Domain.Grading;

/// <summary>The steps from scores to a grade, in the order of §3.</summary>
public enum WalkStepKind
{
    /// <summary>自评得分和上级评分</summary>
    Scores,

    /// <summary>合成最终得分</summary>
    Composite,

    /// <summary>材料不全</summary>
    Missing,

    /// <summary>按分数对应等级</summary>
    Band,

    /// <summary>一票否决</summary>
    Veto,

    /// <summary>群众满意率</summary>
    MassSatisfaction,

    /// <summary>不越级晋升</summary>
    LevelSkipping,

    /// <summary>A 级名额</summary>
    Cap,

    /// <summary>学校决定</summary>
    Decision,
}
