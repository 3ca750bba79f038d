using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Figures;

/// <summary>占比: a part of a whole.</summary>
public static class Share
{
    /// <summary>part ÷ whole in percent with 2 places, half away from zero; null of an empty whole.</summary>
    public static decimal? Percent(int part, int whole) => whole == 0 ? null : Rounding.Round(part * 100m / whole);
}
