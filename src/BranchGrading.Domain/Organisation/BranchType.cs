using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Organisation;

/// <summary>支部类型: what kind of members a branch unites; the order is that of the glossary and settles ties between quotas.</summary>
public enum BranchType
{
    /// <summary>学生</summary>
    [Display(Name = "学生")]
    Student,

    /// <summary>教师</summary>
    [Display(Name = "教师")]
    Teacher,

    /// <summary>机关管理</summary>
    [Display(Name = "机关管理")]
    Administration,

    /// <summary>教辅及后勤</summary>
    [Display(Name = "教辅及后勤")]
    Support,

    /// <summary>离退休</summary>
    [Display(Name = "离退休")]
    Retired,
}
