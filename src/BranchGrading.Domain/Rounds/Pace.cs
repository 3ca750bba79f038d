using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Rounds;

/// <summary>Where a branch or committee stands against its deadline.</summary>
public enum Pace
{
    /// <summary>Handed in.</summary>
    [Display(Name = "已完成")]
    Done,

    /// <summary>Not handed in, and nothing speaks against it coming in time.</summary>
    [Display(Name = "进行中")]
    OnTrack,

    /// <summary>The deadline is near and less than half is done.</summary>
    [Display(Name = "有风险")]
    AtRisk,

    /// <summary>The deadline has passed.</summary>
    [Display(Name = "已逾期")]
    Late,
}
