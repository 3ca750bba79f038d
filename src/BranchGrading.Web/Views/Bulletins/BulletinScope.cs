using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>How far a bulletin of the department reaches.</summary>
public enum BulletinScope
{
    [Display(Name = "全部二级党组织")]
    All,

    [Display(Name = "只发给勾选的二级党组织")]
    Chosen,
}
