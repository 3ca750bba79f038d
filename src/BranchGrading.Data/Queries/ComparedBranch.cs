using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>A branch in two years.</summary>
/// <param name="Name">Its name in the later year's round, else in the earlier one's, else as it is now.</param>
/// <param name="EarlierName">Its name in the earlier year's round, where that was another.</param>
/// <param name="Committee">Where it belonged in the later year's round, else where it belongs now.</param>
public sealed record ComparedBranch(int BranchId, string Name, string? EarlierName, int CommitteeId, string Committee, Grade? From, Grade? To)
{
    /// <summary>The branch whose grade counts as its earlier one, where the department chose one.</summary>
    public string? Predecessor { get; init; }

    /// <summary>Where it went; one of the two grades is there.</summary>
    public Direction Direction => Movement.Of(From, To)!.Value;
}
