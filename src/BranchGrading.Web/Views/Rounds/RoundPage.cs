using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Rounds;

/// <summary>The board of a round: where it stands, what is there and what is missing.</summary>
public sealed record RoundPage(GradingRound Round, IReadOnlyList<CommitteeProgress> Committees, IReadOnlyList<BranchProgress> Branches, int ActiveBranches, Viewer Viewer)
{
    public int Complete => Branches.Count(branch => branch.IsComplete);

    /// <summary>The committees' reports, by committee.</summary>
    public IReadOnlyDictionary<int, CommitteeReport> Reports { get; init; } = new Dictionary<int, CommitteeReport>();

    /// <summary>For the department: branches of mergers and splits whose predecessor is not chosen yet.</summary>
    public IReadOnlyList<(int ParticipantId, string Branch)> WithoutPredecessor { get; init; } = [];

    public bool MayRun => Viewer.IsDepartment;
}
