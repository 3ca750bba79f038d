using BranchGrading.Domain.Assessments;

namespace BranchGrading.Data.Queries;

/// <summary>What was typed for one of the seven questions, and the version it was read at.</summary>
public sealed record AnswerDraft(Question Question, AnswerLevel? Level, string? Explanation, Guid Version);
