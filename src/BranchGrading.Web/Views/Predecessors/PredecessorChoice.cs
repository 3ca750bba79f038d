using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Views.Predecessors;

/// <summary>An earlier grade of another branch; whether the changes name it as one that this branch came from.</summary>
public sealed record PredecessorChoice(int PastGradeId, string Branch, string Committee, bool IsActive, int Year, Grade Grade, bool IsRecorded);
