namespace BranchGrading.Domain.Organisation;

/// <summary>What a committee keeps of a year besides its branches' grading.</summary>
public enum CommitteeNoteKind
{
    /// <summary>工作方案, with its file</summary>
    WorkPlan,

    /// <summary>公开承诺</summary>
    Pledge,

    /// <summary>领导点评</summary>
    LeaderComment,
}
