namespace BranchGrading.Domain.Grading;

/// <summary>How a branch at A fared at the cap: its place, among how many, for how many places.</summary>
/// <param name="Group">The group it was ranked in.</param>
/// <param name="Place">Its rank, and whether it keeps A or waits.</param>
/// <param name="Ranked">How many were ranked with it.</param>
/// <param name="Places">How many of them can keep A.</param>
/// <param name="Ranking">The whole ranking.</param>
/// <param name="IgnoresDecisions">Whether it is the ranking as it were without any decision, shown to a decided branch.</param>
internal sealed record CapStanding(
    CapGroup Group, CapPlace Place, int Ranked, int Places, CapRanking Ranking, bool IgnoresDecisions);
