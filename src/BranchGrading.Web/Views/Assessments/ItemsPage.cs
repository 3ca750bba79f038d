using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Assessments;

/// <summary>The items of one head with what is filled in, and the sums of all.</summary>
public sealed record ItemsPage(BranchPapers Papers, StandardHead Head) : StepPage(Papers, AssessmentPart.Items)
{
    public required IReadOnlyList<ItemForm> Forms { get; init; }

    public LiveSums Sums { get; } = AssessmentSums.Of(Papers);

    public IReadOnlyList<StandardHead> Heads { get; } = [.. Papers.Self.Standard.ScoredHeads];

    /// <summary>Everything the head lists for the branch, what is not filled in by it among it.</summary>
    public IEnumerable<StandardItem> Items => Head.Items.Where(item => item.AppliesTo(Papers.Participant.BranchType)).OrderBy(item => item.Order);

    /// <summary>一票否决, shown behind the last head.</summary>
    public IEnumerable<StandardItem> Vetoes => Head == Heads[^1]
        ? Papers.Self.Standard.Heads.Where(head => head.HoldsVetoesOnly).SelectMany(head => head.Items).Where(item => item.AppliesTo(Papers.Participant.BranchType))
        : [];

    public StandardHead? Previous => Heads.LastOrDefault(head => head.Order < Head.Order);

    public StandardHead? Next => Heads.FirstOrDefault(head => head.Order > Head.Order);

    public string NextAddress => Next is { } next ? $"{Address}/items/{next.Order}" : $"{Address}/report";

    /// <summary>Points of the votes in this head, which the self-score leaves out.</summary>
    public decimal VotePoints => Items.Where(item => item.Method == ItemMethod.Vote).Sum(item => item.MaxPoints);

    public static ItemsPage Of(BranchPapers papers, StandardHead head) => new(papers, head)
    {
        Forms = [.. papers.Self.Items.Where(item => head.Items.Contains(item)).Select(item => ItemForm.Of(item, papers.Self.ScoreOf(item)))],
    };

    /// <summary>The place of an item's form; none for what is not filled in here.</summary>
    public int? IndexOf(StandardItem item) => Forms.Index().Where(form => form.Item.ItemId == item.Id).Select(form => (int?)form.Index).FirstOrDefault();

    public ReturnedPart? ReturnedOf(StandardItem item) => Returned.FirstOrDefault(part => part.ItemId == item.Id);
}
