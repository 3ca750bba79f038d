using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Reports;

/// <summary>All committees of a round with what became of their reports.</summary>
public sealed record ReportList(GradingRound Round, IReadOnlyList<ReportList.Row> Rows, bool MayReturn)
{
    public sealed record Row(CommitteeProgress Committee, CommitteeReport? Report, IReadOnlyDictionary<int, string> Names);
}
