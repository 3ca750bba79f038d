using BranchGrading.Domain.Assessments;

namespace BranchGrading.Data.Queries;

/// <summary>What was typed for one part of the report, and the version it was read at.</summary>
public sealed record TextDraft(ReportSection Section, string? Content, Guid Version);
