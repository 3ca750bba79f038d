using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Standards;

/// <summary>标准得分: adds up the items of a standard for a branch type (§3.1).</summary>
public static class StandardScore
{
    /// <summary>自评: vote items are left out of points and full marks (§3.1).</summary>
    /// <param name="standard">The branch's standard.</param>
    /// <param name="type">Its type; items that do not apply to it are left out.</param>
    /// <param name="points">The points of an item, null while it is not answered.</param>
    public static ScoreSum Self(ScoringStandard standard, BranchType type, Func<StandardItem, decimal?> points) =>
        Sum(standard.Items.Where(item => item.IsSelfScored), type, points);

    /// <summary>上级评分: all items, those of the votes too (§3.1).</summary>
    /// <param name="standard">The branch's standard.</param>
    /// <param name="type">Its type; items that do not apply to it are left out.</param>
    /// <param name="points">The points of an item, null while it is not answered or its panel has no valid ballot.</param>
    public static ScoreSum Superior(ScoringStandard standard, BranchType type, Func<StandardItem, decimal?> points) =>
        Sum(standard.Items, type, points);

    /// <summary>The same for one head; a self-assessment leaves its vote items out (§3.1).</summary>
    public static ScoreSum OfHead(StandardHead head, BranchType type, bool isSelf, Func<StandardItem, decimal?> points) =>
        Sum(head.Items.Where(item => !isSelf || item.IsSelfScored), type, points);

    private static ScoreSum Sum(IEnumerable<StandardItem> items, BranchType type, Func<StandardItem, decimal?> points)
    {
        var (sum, fullMarks, unanswered) = (0m, 0m, 0);
        foreach (var item in items.Where(item => item.Method != ItemMethod.Veto && item.AppliesTo(type)))
        {
            fullMarks += item.FullMarks;
            if (points(item) is { } given)
                sum += given;
            else
                unanswered++;
        }

        return new ScoreSum(sum, fullMarks, unanswered);
    }
}
