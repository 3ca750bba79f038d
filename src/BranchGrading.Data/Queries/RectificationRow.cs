using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A branch of 附表5: its grade, proposed until publication, who of the leaders is in contact with it, and its table of problems.</summary>
public sealed record RectificationRow(Participant Participant, Grade? Grade, bool IsProposed, string? ContactLeader, IReadOnlyList<AssessmentProblem> Problems);
