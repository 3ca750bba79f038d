using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Figures;

/// <summary>得分分布: how many composites lie in each score section.</summary>
public static class ScoreHistogram
{
    public const int Highest = 100;

    /// <summary>From how many points between the lowest score and 100 on a section is two points wide instead of one.</summary>
    public const int WideFrom = 40;

    /// <summary>Sections of one point, of two where the scores spread far, from the lowest score up to 100, without gaps; none where there is no score.</summary>
    /// <param name="scores">Composites, 0 to 100; rounded to 2 places before they are counted.</param>
    public static IReadOnlyList<ScoreBin> Of(IEnumerable<decimal> scores)
    {
        var rounded = scores.Select(Rounding.Round).ToList();
        if (rounded.Count == 0)
            return [];
        var lowest = (int)Math.Floor(rounded.Min());
        var width = Highest - lowest >= WideFrom ? 2 : 1;
        // Sections lie on multiples of their width, so that whole-numbered bounds fall between two of them.
        var first = Math.Min(lowest / width * width, Highest - width);
        var counts = new int[(Highest - first) / width];
        foreach (var score in rounded)
            counts[Math.Min((int)((score - first) / width), counts.Length - 1)]++;
        return counts.Select((count, index) => new ScoreBin(first + index * width, first + (index + 1) * width, count)).ToList();
    }
}
