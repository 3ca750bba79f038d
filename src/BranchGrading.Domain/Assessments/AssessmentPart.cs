namespace BranchGrading.Domain.Assessments;

/// <summary>The steps of a self-assessment, in the order of the task list (§2.2).</summary>
public enum AssessmentPart
{
    /// <summary>基本情况</summary>
    Basics,

    /// <summary>调查摸底</summary>
    Investigation,

    /// <summary>自评打分</summary>
    Items,

    /// <summary>自我评价报告</summary>
    Report,

    /// <summary>问题与整改</summary>
    Problems,

    /// <summary>附件</summary>
    Attachments,
}
