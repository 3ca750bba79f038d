using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>A line of the board's list: an item with its texts.</summary>
public sealed record BoardItem(
    int Id, int ParticipantId, string Problem, string Cause, string Measure, string ResponsiblePerson, string ContactLeader, DateOnly? DueOn, Grade? TargetGrade, int Percent,
    DateTime? RequestedAt, DateTime? AcceptedAt);
