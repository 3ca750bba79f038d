using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Assessments;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Evaluations;

/// <summary>The school's score of a branch, as a total or item by item, and its veto.</summary>
public sealed class EvaluationForm : IVersionedForm
{
    [Display(Name = "评分方式")]
    public RescoreMethod Method { get; set; }

    [Display(Name = "学校评分"), Range(typeof(decimal), "0", "100", ErrorMessage = "学校评分应在 0 到 100 之间。")]
    public decimal? Total { get; set; }

    [Display(Name = "理由"), StringLength(SchoolEvaluation.ReasonMaxLength, ErrorMessage = "理由最多 300 个字。")]
    public string? Reason { get; set; }

    public List<EvaluationItemForm> Items { get; set; } = [];

    /// <summary>The items in words, so that two states of the form can be told apart.</summary>
    [Display(Name = "逐项评分和一票否决"), BindNever]
    public string? ItemsInWords { get; set; }

    public Guid Version { get; set; }
}
