using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>等级说明: what is told a branch about its grade on half a page.</summary>
/// <param name="Participant">The branch.</param>
/// <param name="Result">Its result with every step.</param>
/// <param name="Heads">The heads of its standard; none where it was scored on paper.</param>
public sealed record BranchSlip(Participant Participant, GradeSnapshot Result, IReadOnlyList<HeadComparison> Heads);
