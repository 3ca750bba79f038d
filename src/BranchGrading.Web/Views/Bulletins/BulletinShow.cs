using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>Which bulletins a list shows.</summary>
public enum BulletinShow
{
    [Display(Name = "全部")]
    All,

    [Display(Name = "等我确认")]
    Waiting,

    /// <summary>Drafts and withdrawn ones of the own side among them.</summary>
    [Display(Name = "我们写的")]
    Own,
}
