using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>A line of the table of problems before it is taken out.</summary>
public sealed record ProblemRemovalPage(BranchPapers Papers, AssessmentProblem Problem);
