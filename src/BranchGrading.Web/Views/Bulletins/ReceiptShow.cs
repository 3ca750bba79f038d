using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Bulletins;

/// <summary>Readers by whether they confirmed.</summary>
public enum ReceiptShow
{
    [Display(Name = "还没确认")]
    Open,

    [Display(Name = "已确认")]
    Confirmed,

    [Display(Name = "全部")]
    All,
}
