namespace BranchGrading.Domain.Assessments;

/// <summary>How far a branch has come in a round, read off what is there (§2).</summary>
public enum BranchStage
{
    NotStarted,
    Filling,
    Returned,
    Submitted,
    UnderReview,
    Reviewed,
    Reported,
    Decided,
    Published,
    Final,
}
