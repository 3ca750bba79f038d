using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Figures;

/// <summary>升降: where a branch went between two years.</summary>
public enum Direction
{
    [Display(Name = "晋位")]
    Risen,

    [Display(Name = "保持")]
    Same,

    [Display(Name = "下降")]
    Fallen,

    /// <summary>Graded in the later year only.</summary>
    [Display(Name = "新参评")]
    New,

    /// <summary>Graded in the earlier year only.</summary>
    [Display(Name = "未再参评")]
    Gone,
}
