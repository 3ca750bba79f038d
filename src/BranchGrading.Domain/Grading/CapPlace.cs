namespace BranchGrading.Domain.Grading;

/// <summary>Where a branch stands among those at A: its rank (equals share one), whether it keeps A, whether it waits in a tie (§3.5d).</summary>
public readonly record struct CapPlace(int ParticipantId, int Rank, bool KeepsA, bool IsTieToDecide);
