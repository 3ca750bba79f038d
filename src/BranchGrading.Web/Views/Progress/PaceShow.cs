using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Progress;

/// <summary>Which branches or committees the list of progress shows.</summary>
public enum PaceShow
{
    [Display(Name = "没完成")]
    Unfinished,

    [Display(Name = "没开始")]
    NotStarted,

    [Display(Name = "有风险")]
    AtRisk,

    [Display(Name = "已逾期")]
    Late,

    [Display(Name = "退回未交")]
    Returned,

    [Display(Name = "已完成")]
    Done,

    [Display(Name = "全部")]
    All,
}
