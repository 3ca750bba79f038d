using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>What a committee handed in of a round, until when, and what it lacks to hand in.</summary>
/// <param name="Round">The round.</param>
/// <param name="CommitteeId">The committee.</param>
/// <param name="Name">Its name as frozen at the opening.</param>
/// <param name="Branches">How many of its branches take part.</param>
/// <param name="Standing">Its versions against the deadline.</param>
/// <param name="Missing">What is still to be done, in words; empty when it can hand in.</param>
public sealed record CommitteeHandIns(GradingRound Round, int CommitteeId, string Name, int Branches, HandInStanding Standing, IReadOnlyList<string> Missing)
{
    public string Subject => $"{Round.Year} 年度 {Name}";
}
