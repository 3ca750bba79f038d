using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Assessments;

/// <summary>学校逐项评分 beside the committee's review: items that the school did not score count as the committee scored them (§2.4).</summary>
/// <param name="Review">What branch and committee recorded.</param>
/// <param name="Scores">The school's own item scores.</param>
public sealed record RescorePaper(ReviewPaper Review, IReadOnlyList<ItemScore> Scores)
{
    /// <summary>The items that the school may score: ballots fill the vote items, whoever looks at them.</summary>
    public IEnumerable<StandardItem> Items => Review.Items.Where(item => item.IsSelfScored);

    public IEnumerable<StandardItem> Vetoes => Review.Items.Where(item => item.Method == ItemMethod.Veto);

    /// <summary>Points and full marks with the school's points in the place of the committee's.</summary>
    public ScoreSum Sum => StandardScore.Superior(Review.Standard, Review.Participant.BranchType, PointsOf);

    public bool Vetoed => Scores.Any(score => score.Vetoed);

    /// <summary>Items that the school scored.</summary>
    public IEnumerable<StandardItem> Scored => Items.Where(item => ScoreOf(item)?.PointsOf(item) is not null);

    /// <summary>Why the items cannot be scored one by one; null when they can.</summary>
    public string? WhyNotByItems => Review.Review switch
    {
        { IsCompleted: true, IsFromPaper: false } => null,
        { IsFromPaper: true } => "初评来自纸质材料，没有逐项的分数，只能按总分重新评分。",
        _ => "学院还没有在网上完成初评，不能逐项评分。",
    };

    public ItemScore? ScoreOf(StandardItem item) => Scores.FirstOrDefault(score => score.ItemId == item.Id);

    /// <summary>The school's points where it gave some, else the committee's.</summary>
    public decimal? PointsOf(StandardItem item) => ScoreOf(item)?.PointsOf(item) ?? Review.PointsOf(item);

    /// <summary>Whether the school's points differ from the committee's; then a reason is due.</summary>
    public bool Differs(StandardItem item) => ScoreOf(item)?.PointsOf(item) is { } own && own != Review.PointsOf(item);

    /// <summary>What everybody said of every item, in the standard's order; veto items only where one is marked.</summary>
    public IEnumerable<ItemComparison> Compare() =>
        from head in Review.Standard.Heads
        from item in head.Items
        where item.AppliesTo(Review.Participant.BranchType) && (item.Method != ItemMethod.Veto || Review.ScoreOf(item) is { Vetoed: true } || ScoreOf(item) is { Vetoed: true })
        select new ItemComparison(head, item, Review.Self.ScoreOf(item), Review.Self.PointsOf(item), Review.ScoreOf(item), Review.PointsOf(item), ScoreOf(item), ScoreOf(item)?.PointsOf(item));

    /// <summary>The same, of what was handed in and completed on line only: a draft is nobody's business but of those who work on it. Nothing where there is none.</summary>
    public IReadOnlyList<ItemComparison> Told()
    {
        var self = Review.Self.Assessment is { IsSubmitted: true, IsFromPaper: false } ? Review.Self : Review.Self with { Scores = [] };
        var review = Review.Review is { IsCompleted: true, IsFromPaper: false } ? Review : Review with { Scores = [], Members = null, Masses = null };
        var items = (this with { Review = review with { Self = self } }).Compare().ToList();
        return items.Exists(item => item.SelfPoints is not null || item.ReviewPoints is not null || item.School is not null) ? items : [];
    }

    /// <summary>What still stands against this as a re-score item by item.</summary>
    public IEnumerable<MissingPart<ReviewPart>> Missing()
    {
        if (WhyNotByItems is { } why)
            yield return new(ReviewPart.Items, why.TrimEnd('。'));
        else if (!Scored.Any())
            yield return new(ReviewPart.Items, "至少给一个项目重新打分，或者改为不另评分");
        foreach (var item in Scored.Where(item => Differs(item) && ScoreOf(item)!.Note.Length == 0))
            yield return new(ReviewPart.Items, $"「{item.Name}」与初评不同，请写理由", item.Id);
    }

    /// <summary>What stands against the vetoes marked: each needs its fact.</summary>
    public IEnumerable<MissingPart<ReviewPart>> MissingFacts() => Vetoes
        .Where(item => ScoreOf(item) is { Vetoed: true, Note.Length: 0 })
        .Select(item => new MissingPart<ReviewPart>(ReviewPart.Items, $"写明「{item.Name}」一票否决的事实", item.Id));
}
