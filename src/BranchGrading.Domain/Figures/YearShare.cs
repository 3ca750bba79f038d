namespace BranchGrading.Domain.Figures;

/// <summary>历年先进和较好党支部占比: one year.</summary>
public sealed record YearShare(int Year, GradeCounts Counts, YearState State);
