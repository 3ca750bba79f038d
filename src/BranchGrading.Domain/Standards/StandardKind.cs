using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Standards;

/// <summary>For whom a standard is written: 附表1 for students, 附表2 for staff.</summary>
public enum StandardKind
{
    /// <summary>学生党支部</summary>
    [Display(Name = "学生党支部")]
    Student,

    /// <summary>教工党支部</summary>
    [Display(Name = "教工党支部")]
    Staff,
}
