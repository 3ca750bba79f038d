using BranchGrading.Data.Queries;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>The live sums of a self-assessment.</summary>
public static class AssessmentSums
{
    public static LiveSums Of(BranchPapers papers) => LiveSums.Of(
        papers.Self.Standard.ScoredHeads, papers.Self.SumOf, papers.Self.Sum, papers.Self.ExpectedGrade(papers.Round.Rules));
}
