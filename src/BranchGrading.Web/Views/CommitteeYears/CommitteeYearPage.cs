using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.CommitteeYears;

/// <summary>A committee in a year: its facts for 业绩考核, what became of D branches' secretaries, and what it keeps of the year.</summary>
public sealed record CommitteeYearPage(CommitteeYear Unit, CommitteeFacts Facts, IReadOnlyList<ReplacedSecretary> Replaced, DateOnly AsOf)
{
    public bool IsPublished => Unit.Round?.Publication is not null;

    public bool IsFinal => Unit.Round?.Stage == RoundStage.Final;

    /// <summary>Whether the report came in the time it had.</summary>
    public bool IsLate => Facts.Timing is ReportTiming.Overdue;
}
