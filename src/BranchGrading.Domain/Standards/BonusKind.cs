using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Standards;

/// <summary>Whether a bonus counts among the full marks or beyond them (§3.1).</summary>
public enum BonusKind
{
    /// <summary>计入满分</summary>
    [Display(Name = "计入满分")]
    WithinFullMarks,

    /// <summary>附加分</summary>
    [Display(Name = "附加分")]
    BeyondFullMarks,
}
