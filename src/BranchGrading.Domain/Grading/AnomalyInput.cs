using BranchGrading.Domain.Assessments;

namespace BranchGrading.Domain.Grading;

/// <summary>What is looked at of one branch to find anomalies.</summary>
public sealed record AnomalyInput(
    int ParticipantId, int CommitteeId, decimal? SelfScore, decimal? Superior, decimal? ReviewScore, BallotCount? Members, BallotCount? Masses,
    decimal? MemberSatisfaction, decimal? MassSatisfaction, Grade? Proposed, Grade? Computed, Grade? Settled, Grade? Previous, int? PreviousYear);
