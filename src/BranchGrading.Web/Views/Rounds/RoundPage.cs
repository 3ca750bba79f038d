using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Rounds;

/// <summary>The board of a round: where it stands, what is there and what is missing.</summary>
public sealed record RoundPage(GradingRound Round, IReadOnlyList<CommitteeProgress> Committees, IReadOnlyList<BranchProgress> Branches, int ActiveBranches, Viewer Viewer)
{
    public int Complete => Branches.Count(branch => branch.IsComplete);

    public bool MayRun => Viewer.IsDepartment;
}
