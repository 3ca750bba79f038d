using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>The seven questions.</summary>
public sealed record InvestigationPage(BranchPapers Papers) : StepPage(Papers, AssessmentPart.Investigation)
{
    public required IReadOnlyList<AnswerForm> Forms { get; init; }
}
