using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Rounds;

/// <summary>The branches of one committee in a round, step by step.</summary>
public sealed record RoundCommitteePage(GradingRound Round, IReadOnlyList<BranchProgress> Branches, Viewer Viewer)
{
    public string Name => Branches[0].CommitteeName;
}
