using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rectification;

namespace BranchGrading.Web.Views.Plans;

/// <summary>The committee's comments on a plan that it sends back.</summary>
public sealed class BackForm
{
    [Display(Name = "退回的意见"), Required(ErrorMessage = "请写明要怎么改，支部照着改。"), StringLength(PlanReturn.CommentMaxLength, ErrorMessage = "退回的意见最多 500 个字。")]
    public string? Comment { get; set; }

    public Guid Mark { get; set; }
}
