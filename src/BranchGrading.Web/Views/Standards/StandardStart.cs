using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Standards;

/// <summary>What a new standard begins with.</summary>
public enum StandardStart
{
    [Display(Name = "系统的示例")]
    Example,

    [Display(Name = "空白")]
    Blank,
}
