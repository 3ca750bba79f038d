using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Web.Views.Terms;

public sealed class EndingForm
{
    [Display(Name = "离任日期"), Required(ErrorMessage = "请填写离任日期。")]
    public DateOnly? On { get; set; }
}
