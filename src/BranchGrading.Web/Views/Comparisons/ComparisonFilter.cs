using BranchGrading.Domain.Figures;

namespace BranchGrading.Web.Views.Comparisons;

/// <summary>Which two years are compared, and which branches the list shows.</summary>
public sealed class ComparisonFilter
{
    public int? From { get; set; }

    public int? To { get; set; }

    public int? CommitteeId { get; set; }

    public Direction? Direction { get; set; }

    public int? Page { get; set; }

    /// <summary>The two years asked for, earlier first; the latest two that are known where they are not.</summary>
    public (int From, int To)? Among(IReadOnlyList<int> years)
    {
        if (years.Count < 2)
            return null;
        var to = To is { } later && years.Contains(later) ? later : years[0];
        var from = From is { } earlier && years.Contains(earlier) && earlier != to ? earlier : years.Where(year => year < to).DefaultIfEmpty(years.Last(year => year != to)).First();
        return (Math.Min(from, to), Math.Max(from, to));
    }
}
