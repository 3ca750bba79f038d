using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>The grade of a branch in a year, imported or settled by a final round, corrections counted in.</summary>
public sealed record YearGrade(int BranchId, int Year, Grade Grade);
