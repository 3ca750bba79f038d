namespace BranchGrading.Domain.Rectification;

/// <summary>Where an item of a plan came from.</summary>
public enum PlanItemOrigin
{
    /// <summary>自己添加</summary>
    Own,

    /// <summary>自我评价的问题表</summary>
    SelfAssessment,

    /// <summary>得分低的项目</summary>
    LowItem,

    /// <summary>调查摸底答“否”或“基本”</summary>
    Answer,

    /// <summary>初评意见</summary>
    Review,

    /// <summary>导入</summary>
    Import,
}
