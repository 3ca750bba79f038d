using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>The three parts of the report.</summary>
public sealed record ReportPage(BranchPapers Papers) : StepPage(Papers, AssessmentPart.Report)
{
    public required IReadOnlyList<TextForm> Forms { get; init; }
}
