using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Reviews;

namespace BranchGrading.Web.Views.Reports;

/// <summary>初评意见报告 of one committee: all its reviews in a table, and what is written beside them.</summary>
public sealed record ReportPage(GradingRound Round, IReadOnlyList<BranchPapers> Branches, IReadOnlyDictionary<int, BranchStanding> Standings, ReportForm Form, SchoolClock Clock, Viewer Viewer)
{
    public int CommitteeId => Branches[0].Participant.CommitteeId;

    public string CommitteeName => Branches[0].Participant.CommitteeName;

    public bool IsDirect => Branches[0].IsDirect;

    public CommitteeReport? Report => Branches[0].Report;

    public string Address => $"/rounds/{Round.Id}/reports/{CommitteeId}";

    public IEnumerable<MatrixRow> Rows => Branches.Select(branch => new MatrixRow(branch, Standings[branch.Participant.Id], Clock));

    public string? WhyNot => Branches.WhyNotReport(Clock.UtcNow);

    public bool MayEdit => Branches[0].MayReport && WhyNot is null;

    public bool MayReturn => Viewer.IsDepartment && Report is { IsSubmitted: true } && Round.WhyNotOpen is null;

    public DateTime Deadline => Branches.Max(branch => branch.Deadlines.Report);

    public IReadOnlyList<BranchPapers> NotReady => [.. Branches.Where(branch => !branch.IsReady)];

    /// <summary>What is still to be done before it can go up.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (Report?.MeetingOn is null)
                yield return "填写党委会议（党政联席会）的日期";
            foreach (var branch in NotReady.Where(branch => Report?.Missing.Any(listed => listed.ParticipantId == branch.Participant.Id) != true))
                yield return $"「{branch.Participant.BranchName}」完成初评，或写明缺报的原因";
        }
    }

    public ProposedPlaces Places => new(Branches.Count, Branches.Count(branch => branch.Review.Review?.ProposedGrade == Domain.Grading.Grade.A), Round.Rules.CapShare);

    public string? ReasonOf(int participantId) => Report?.Missing.FirstOrDefault(listed => listed.ParticipantId == participantId)?.Reason;

    public ReturnedBranch? ReturnedOf(int participantId) => Report?.Returned.FirstOrDefault(branch => branch.ParticipantId == participantId && branch.SettledAt is null);
}
