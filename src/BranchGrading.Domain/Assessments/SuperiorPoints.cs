using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Assessments;

/// <summary>上级评分 of one item: what was judged, or what the ballots fill in (§3.1).</summary>
public static class SuperiorPoints
{
    /// <summary>The points with 2 places; null while nothing is judged, or the panel has no valid ballot (§3.1, §3.3).</summary>
    /// <param name="item">The item.</param>
    /// <param name="answer">What was judged; vote items have none.</param>
    /// <param name="ballots">The count of the item's panel.</param>
    /// <param name="fairCounts">Whether 一般 counts as content.</param>
    public static decimal? Of(StandardItem item, ItemAnswer? answer, BallotCount? ballots, bool fairCounts)
    {
        if (item.Method != ItemMethod.Vote)
            return answer is null ? null : ItemPoints.Of(item, answer);
        return Satisfaction.Of(ballots, fairCounts) is { } satisfaction ? ItemPoints.Of(item, new ItemAnswer { Satisfaction = satisfaction }) : null;
    }
}
