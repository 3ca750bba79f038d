using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Data.Queries;

/// <summary>What is filed about one branch for its 附表3: the branch's and the committee's papers, and what the school re-scored.</summary>
public sealed record FiledPapers(ReviewPaper Review, SchoolEvaluation? School, IReadOnlyList<ItemScore> SchoolScores)
{
    /// <summary>The points of an item as they count in the end: the school's where it re-scored the item, else the committee's.</summary>
    public decimal? SchoolPointsOf(StandardItem item) =>
        School is { IsByItems: true } && SchoolScores.FirstOrDefault(score => score.ItemId == item.Id)?.PointsOf(item) is { } points ? points : Review.PointsOf(item);
}
