using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Domain.Organisation;

/// <summary>What a committee keeps of a year besides its branches' grading.</summary>
public enum CommitteeNoteKind
{
    /// <summary>工作方案, with its file</summary>
    [Display(Name = "工作方案")]
    WorkPlan,

    /// <summary>公开承诺</summary>
    [Display(Name = "公开承诺")]
    Pledge,

    /// <summary>领导点评</summary>
    [Display(Name = "领导点评")]
    LeaderComment,
}
