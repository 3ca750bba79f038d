using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.StandardHeads;

/// <summary>A new head with its first item: a head without one would ask nothing.</summary>
public sealed class NewHeadForm
{
    [Display(Name = "指标名称"), Required(ErrorMessage = "请填写指标名称。"), StringLength(StandardHead.NameLength, ErrorMessage = "指标名称最多 {1} 个字。")]
    public string Name { get; set; } = "";

    [Display(Name = "第一个项目的名称"), Required(ErrorMessage = "请填写第一个项目的名称。"), StringLength(StandardItem.NameLength, ErrorMessage = "项目名称最多 {1} 个字。")]
    public string ItemName { get; set; } = "";

    [Display(Name = "这个项目的分值")]
    public decimal? MaxPoints { get; set; }

    [Display(Name = "这个指标列一票否决的情形，不计分")]
    public bool IsVeto { get; set; }

    public void Check(ModelStateDictionary modelState)
    {
        if (IsVeto || modelState["Form.MaxPoints"] is { Errors.Count: > 0 })
            return;
        if (MaxPoints is null)
            modelState.AddModelError("Form.MaxPoints", "请填写分值；列一票否决的情形时不用填。");
        else if (MaxPoints <= 0)
            modelState.AddModelError("Form.MaxPoints", "分值应大于 0。");
    }

    public StandardHead ToHead() => new(Name, [IsVeto ? StandardItem.ByVeto(ItemName, "") : StandardItem.ByPoints(ItemName, "", "", MaxPoints!.Value)]);
}
