using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>What was typed in one line of the table of problems, and the version it was read at.</summary>
public sealed record ProblemDraft(int Id, string? Description, string? Measure, string? ResponsiblePerson, DateOnly? DueOn, Grade? TargetGrade, Guid Version);
