using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Participants;

/// <summary>The branches of a round, those left out among them.</summary>
public sealed record ParticipantList(GradingRound Round, IReadOnlyList<ParticipantRow> Found, IReadOnlyDictionary<int, Exclusion> Exclusions, string? Query, Pager Pager)
{
    public IEnumerable<ParticipantRow> Rows => Found.Skip(Pager.Skip).Take(Pager.Size);

    public int Taking => Found.Count(row => !Exclusions.ContainsKey(row.BranchId));
}
