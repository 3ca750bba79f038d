namespace BranchGrading.Domain.Assessments;

/// <summary>The parts of the 自我评价报告.</summary>
public enum ReportSection
{
    /// <summary>基本情况</summary>
    Situation,

    /// <summary>主要做法与成效</summary>
    Achievements,

    /// <summary>努力方向</summary>
    Direction,
}
