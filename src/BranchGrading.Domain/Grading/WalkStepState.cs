namespace BranchGrading.Domain.Grading;

/// <summary>What a step did to the grade.</summary>
public enum WalkStepState
{
    /// <summary>It gave a number or a grade.</summary>
    Applied,

    /// <summary>It lowered the grade reached so far.</summary>
    Lowered,

    /// <summary>不改变</summary>
    Idle,
}
