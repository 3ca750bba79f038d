namespace BranchGrading.Web.Views.Assessments;

/// <summary>How far one step of a self-assessment is.</summary>
public enum AssessmentTaskState
{
    /// <summary>未开始</summary>
    NotStarted,

    /// <summary>填写中</summary>
    Filling,

    /// <summary>已完成</summary>
    Complete,

    /// <summary>可不传</summary>
    Optional,

    /// <summary>还不能提交</summary>
    Locked,

    /// <summary>可以提交</summary>
    Ready,
}
