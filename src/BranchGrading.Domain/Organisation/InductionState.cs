namespace BranchGrading.Domain.Organisation;

/// <summary>Where a secretary stands with the 任职培训.</summary>
public enum InductionState
{
    /// <summary>Not new: nothing is asked for.</summary>
    NotNeeded,

    /// <summary>已参加</summary>
    Done,

    /// <summary>New, and half a year is not over yet.</summary>
    Due,

    /// <summary>New, and half a year is over.</summary>
    Overdue,
}
