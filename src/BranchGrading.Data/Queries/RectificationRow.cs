using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>A branch of 附表5: its grade, proposed until publication, and its lines: the items of its plan, before one was handed in the table of problems.</summary>
public sealed record RectificationRow(Participant Participant, Grade? Grade, bool IsProposed, string? ContactLeader, IReadOnlyList<RectificationLine> Lines);
