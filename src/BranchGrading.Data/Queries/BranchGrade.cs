using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>One branch's result with every step, and what the department recorded for it.</summary>
public sealed record BranchGrade(
    Participant Participant, GradeSnapshot Result, SelfAssessment? Self, PreliminaryReview? Review, SchoolEvaluation? School, FinalDecision? Decision, LevelSkippingWaiver? Waiver, PredecessorGrade? Predecessor, BallotCount? Members, BallotCount? Masses)
{
    /// <summary>What about its figures deserves a second look; for those who see the whole school.</summary>
    public IReadOnlyList<Anomaly> Anomalies { get; init; } = [];
}
