using System.ComponentModel.DataAnnotations;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Views.Extensions;

/// <summary>A later deadline for one committee or one branch of it.</summary>
public sealed class ExtensionForm
{
    public int CommitteeId { get; set; }

    [Display(Name = "给谁延期")]
    public int? ParticipantId { get; set; }

    [Display(Name = "延哪一个截止时间"), Required(ErrorMessage = "请选择延哪一个截止时间。"), EnumDataType(typeof(DeadlineKind), ErrorMessage = "请选择延哪一个截止时间。")]
    public DeadlineKind? Kind { get; set; }

    [Display(Name = "延长到"), Required(ErrorMessage = "请填写延长到哪一天。")]
    public DateOnly? Day { get; set; }

    [Display(Name = "时刻")]
    public TimeOnly? Hour { get; set; }

    [Display(Name = "延期的理由"), Required(ErrorMessage = "请写明延期的理由。"), StringLength(DeadlineExtension.ReasonMaxLength, ErrorMessage = "延期的理由最多 300 个字。")]
    public string Reason { get; set; } = "";

    /// <summary>Why the round is too far for it; what is handed in may come after the publication too.</summary>
    private string? WhyNot(GradingRound round) => Kind is null or DeadlineKind.HandIn || round.WhyNotOpen is null ? null : "等级已经公示，只有报表报送还能延期。";

    /// <summary>The new deadline lies after that of the round, within the years a round can have.</summary>
    public void Check(GradingRound round, SchoolClock clock, ModelStateDictionary modelState)
    {
        if (WhyNot(round) is { } why)
            modelState.AddModelError("Form.Kind", why);
        if (Kind == DeadlineKind.HandIn && ParticipantId is not null)
            modelState.AddModelError("Form.ParticipantId", "报表由二级党组织报送，请选全部支部。");
        if (Day is { Year: < GradingRound.FirstYear or > GradingRound.LastYear })
            modelState.AddModelError("Form.Day", $"日期应在 {GradingRound.FirstYear} 年到 {GradingRound.LastYear} 年之间。");
        else if (Day is { } day && Kind is { } kind && clock.Deadline(day, Hour) <= round.Deadlines.Of(kind))
            modelState.AddModelError("Form.Day", $"要晚于本年度统一的{kind.Word()}：{clock.Show(round.Deadlines.Of(kind))}。");
    }
}
