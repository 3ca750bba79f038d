namespace BranchGrading.Data.Queries;

/// <summary>How far a plan has come, as the board reads it.</summary>
public sealed record BoardPlan(int Id, DateTime? SubmittedAt, DateTime? ApprovedAt, bool WasReturned);
