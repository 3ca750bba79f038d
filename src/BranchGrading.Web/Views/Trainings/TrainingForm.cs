using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Trainings;

/// <summary>A training in which several secretaries took part.</summary>
public sealed class TrainingForm
{
    [Display(Name = "类别"), Required(ErrorMessage = "请选择轮训或任职培训。")]
    public TrainingKind? Kind { get; set; }

    [Display(Name = "日期"), Required(ErrorMessage = "请填写培训的日期。")]
    public DateOnly? On { get; set; }

    [Display(Name = "培训名称"), Required(ErrorMessage = "请填写培训名称。"), StringLength(Training.TitleMaxLength, ErrorMessage = "培训名称最多 {1} 个字。")]
    public string Title { get; set; } = "";

    /// <summary>Who took part.</summary>
    public List<int> People { get; set; } = [];
}
