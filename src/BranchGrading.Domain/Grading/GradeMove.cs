namespace BranchGrading.Domain.Grading;

/// <summary>A branch whose computed grade an act changes, to be named before the act is confirmed (§3.7).</summary>
public sealed record GradeMove(int ParticipantId, string BranchName, Grade? From, Grade? To);
