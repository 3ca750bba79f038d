using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>A round graded by rules of one's choice.</summary>
/// <param name="Result">What the rules make of it.</param>
/// <param name="Resummed">Branches scored on line whose superior score was summed again, because the rules count 一般 otherwise than the round.</param>
/// <param name="Changed">Those of them whose superior score came out otherwise.</param>
public sealed record SimulatedGrades(GradingResult Result, int Resummed, int Changed);
