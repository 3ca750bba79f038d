using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Assessments;

namespace BranchGrading.Web.Views.Home;

/// <summary>What waits for whoever signed in.</summary>
public sealed record HomePage(Viewer Viewer, GradingRound? Round, IReadOnlyList<BranchProgress> Branches, IReadOnlyList<OwnBranch> Own, bool HasRoster)
{
    /// <summary>What became of the reports of the viewer's committees; empty for whoever is no officer.</summary>
    public IReadOnlyDictionary<int, CommitteeReport> Reports { get; init; } = new Dictionary<int, CommitteeReport>();

    /// <summary>The self-assessments that the viewer, as secretary, has to fill in now.</summary>
    public IReadOnlyList<AssessmentPage> Assessments { get; init; } = [];

    /// <summary>The plans in sight that are not closed, and those that are missing.</summary>
    public IReadOnlyList<PlanRow> Plans { get; init; } = [];

    /// <summary>How many branches of the school have what kind of warning, for the department.</summary>
    public IReadOnlyList<(OrganisationWarningKind Kind, int Branches)> Warnings { get; init; } = [];

    /// <summary>The own committees that have stored no 工作方案 for the year of the round; told while the round is open.</summary>
    public IReadOnlySet<int> WithoutWorkPlan { get; init; } = new HashSet<int>();

    /// <summary>What the viewer's committees, or all for the department, have to hand in, or have handed in, by committee.</summary>
    public IReadOnlyDictionary<int, CommitteeHandIns> HandIns { get; init; } = new Dictionary<int, CommitteeHandIns>();

    /// <summary>How branches and committees stand against their deadlines, for department and officers while the round is open.</summary>
    public RoundPace? Pace { get; init; }

    /// <summary>The next deadlines that concern the viewer.</summary>
    public IReadOnlyList<DeadlineEvent> Upcoming { get; init; } = [];

    /// <summary>When the viewer was here before; null at the first visit.</summary>
    public DateTime? Since { get; init; }

    /// <summary>What happened since.</summary>
    public IReadOnlyList<NewsLine> News { get; init; } = [];

    /// <summary>When a committee of the viewer has to report, extensions considered.</summary>
    public DateTime ReportDeadline(int committeeId) => Pace?.Committees.FirstOrDefault(row => row.CommitteeId == committeeId)?.Deadline ?? Round!.Deadlines.Report;

    public int Incomplete => Branches.Count(branch => !branch.IsComplete);

    /// <summary>What is there of a branch that the viewer leads.</summary>
    public BranchProgress? Of(OwnBranch branch) => Branches.FirstOrDefault(progress => progress.BranchId == branch.Id);

    public AssessmentPage? AssessmentOf(OwnBranch branch) => Assessments.FirstOrDefault(page => page.Papers.Participant.BranchId == branch.Id);
}
