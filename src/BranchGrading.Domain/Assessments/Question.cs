namespace BranchGrading.Domain.Assessments;

/// <summary>调查摸底: the seven questions.</summary>
public enum Question
{
    /// <summary>组织设置是否合理</summary>
    Structure,

    /// <summary>党支部班子是否健全</summary>
    LeadingGroup,

    /// <summary>组织制度是否完善</summary>
    Rules,

    /// <summary>发展思路是否清晰</summary>
    Plans,

    /// <summary>活动开展是否正常</summary>
    Activities,

    /// <summary>作用发挥是否充分</summary>
    Effect,

    /// <summary>经费场所保障是否落实</summary>
    Support,
}
