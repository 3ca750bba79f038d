using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Views.Predecessors;

/// <summary>An earlier grade of another branch.</summary>
public sealed record PredecessorChoice(int PastGradeId, string Branch, string Committee, bool IsActive, int Year, Grade Grade);
