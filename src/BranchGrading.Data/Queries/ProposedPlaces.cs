using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>拟评 A of a committee beside its guide number: a help, no limit (§2.3).</summary>
public sealed record ProposedPlaces(int Branches, int Proposed, decimal CapShare)
{
    public int Guide => ACap.Places(Branches, CapShare);

    /// <summary>11 × 20% = 2，已拟 2，不是限额</summary>
    public string Text => $"{Branches} × {CapShare * 100:0.##}% = {Guide}，已拟 {Proposed}，不是限额";
}
