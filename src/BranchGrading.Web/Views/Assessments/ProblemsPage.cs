using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>The table of problems.</summary>
public sealed record ProblemsPage(BranchPapers Papers) : StepPage(Papers, AssessmentPart.Problems)
{
    public required IReadOnlyList<ProblemForm> Forms { get; init; }
}
