using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Organisation;

/// <summary>The training of secretaries.</summary>
public enum TrainingKind
{
    /// <summary>轮训</summary>
    [Display(Name = "轮训")]
    Rotation,

    /// <summary>任职培训: of a new secretary, within half a year.</summary>
    [Display(Name = "任职培训")]
    Induction,
}
