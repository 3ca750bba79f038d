using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Bars;

/// <summary>Who is looked up, and for which day.</summary>
public sealed class BarForm
{
    [Display(Name = "工号、学号或姓名"), Required(ErrorMessage = "请输入工号、学号或姓名。"), StringLength(Person.NameMaxLength, ErrorMessage = "最多 40 个字。")]
    public string Asked { get; set; } = "";

    [Display(Name = "查询日期"), Required(ErrorMessage = "请选择日期。")]
    public DateOnly? Date { get; set; }
}
