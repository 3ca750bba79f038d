namespace BranchGrading.Domain.Organisation;

/// <summary>支部类型: what kind of members a branch unites; the order is that of the glossary and settles ties between quotas.</summary>
public enum BranchType
{
    /// <summary>学生</summary>
    Student,

    /// <summary>教师</summary>
    Teacher,

    /// <summary>机关管理</summary>
    Administration,

    /// <summary>教辅及后勤</summary>
    Support,

    /// <summary>离退休</summary>
    Retired,
}
