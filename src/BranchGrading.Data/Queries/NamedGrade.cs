using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>A branch and its grade, nothing else.</summary>
public sealed record NamedGrade(int ParticipantId, string Committee, string Branch, Grade Grade);
