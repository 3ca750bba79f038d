using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Standards;

/// <summary>Points against full marks, and how many items still lack an answer (§3.1).</summary>
public sealed record ScoreSum(decimal Points, decimal FullMarks, int Unanswered)
{
    /// <summary>Whether every item that applies has its points.</summary>
    public bool IsComplete => Unanswered == 0;

    /// <summary>百分制得分: points ÷ full marks × 100 with 2 places, at most 100; none without full marks (§3.1).</summary>
    public decimal? Score => FullMarks == 0 ? null : Math.Min(100m, Rounding.Round(Points * 100m / FullMarks));
}
