using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Recommendations;

/// <summary>Which branches are recommended at which level, and why.</summary>
public sealed class RecommendationForm
{
    [Display(Name = "要推荐的支部"), MinLength(1, ErrorMessage = "请先勾选要推荐的支部。")]
    public int[] ParticipantIds { get; set; } = [];

    [Display(Name = "推荐级别"), Required(ErrorMessage = "请选择推荐级别。")]
    public RecommendationLevel? Level { get; set; }

    [Display(Name = "推荐理由"), StringLength(Recommendation.GroundsMaxLength, ErrorMessage = "推荐理由最多 500 个字。")]
    public string? Grounds { get; set; }
}
