using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Sampling;

namespace BranchGrading.Web.Views.Samples;

/// <summary>How many branches to draw of every committee, and why again.</summary>
public sealed class SampleForm
{
    [Display(Name = "每个二级党组织抽几个")]
    public int? Branches { get; set; }

    [Display(Name = "或者抽百分之几")]
    public int? Percent { get; set; }

    [Display(Name = "重新抽取的理由"), StringLength(Sample.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string? Reason { get; set; }

    /// <summary>The sample that the form was opened beside; another one drawn meanwhile is not passed over.</summary>
    public int Number { get; set; }
}
