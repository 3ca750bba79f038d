using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>How far one committee is in a round: of its branches, how many have what.</summary>
public sealed record CommitteeProgress(int CommitteeId, string Name, CommitteeKind Kind, int Branches, int SelfScores, int Reviews, int MemberVotes, int MassVotes)
{
    /// <summary>Branches that have all four.</summary>
    public int Complete { get; init; }

    public bool IsComplete => Complete == Branches;
}
