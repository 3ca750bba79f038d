namespace BranchGrading.Domain.Grading;

/// <summary>The ranking of one cap group: places best first, and the tie at the cut where there is one (§3.5d).</summary>
public sealed record CapRanking(IReadOnlyList<CapPlace> Places, int KeptA, int CutTieCount);
