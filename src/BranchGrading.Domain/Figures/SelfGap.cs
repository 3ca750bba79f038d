using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Figures;

/// <summary>自评与上级评分之差, in sections.</summary>
public sealed record SelfGap(string Name, int Count)
{
    /// <summary>The difference from which a self-score is thought high.</summary>
    public const decimal High = Anomalies.HighSelfScore;

    private const decimal Half = High / 2;

    /// <summary>自评 − 上级, both rounded to 2 places before.</summary>
    public static decimal Of(decimal self, decimal superior) => Rounding.Round(self) - Rounding.Round(superior);

    /// <summary>How many branches lie in each section, from the highest self-scores down; each lower end belongs to its section.</summary>
    public static IReadOnlyList<SelfGap> Sections(IReadOnlyCollection<decimal> gaps) =>
    [
        new($"自评高 {High:0.##} 分及以上", gaps.Count(gap => gap >= High)),
        new($"自评高 {Half:0.##}～{High:0.##} 分", gaps.Count(gap => gap is >= Half and < High)),
        new($"自评高 0～{Half:0.##} 分", gaps.Count(gap => gap is > 0 and < Half)),
        new("相同", gaps.Count(gap => gap == 0)),
        new("自评低于上级评分", gaps.Count(gap => gap < 0)),
    ];
}
