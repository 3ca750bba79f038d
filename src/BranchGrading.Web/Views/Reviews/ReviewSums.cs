using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>The live figures of a review: sums, differences, the composite so far, and what is missing.</summary>
public sealed record ReviewSums(BranchPapers Papers)
{
    private static readonly string[] Told =
        [.. Enum.GetValues<Question>().Select(question => $"核实「{question.Word()}」"), "写初评意见", "拟定等级"];

    public ReviewPaper Paper => Papers.Review;

    public decimal? Self => Papers.Self.Assessment?.Score;

    /// <summary>初评得分 once every item has its points; of what came from paper, the total.</summary>
    public decimal? Superior => Paper.Review?.Score ?? (Paper.Sum.IsComplete ? Paper.Sum.Score : null);

    public decimal? Composite => CompositeScore.Of(Self, Superior, Papers.Round.Rules.SelfWeight);

    public Grade? Band => Domain.Grading.Band.Of(Composite, Papers.Round.Rules);

    public string SuperiorText => Superior?.ToString("0.00") ?? $"还差 {Paper.Sum.Unanswered} 项";

    /// <summary>What the viewer's own part still lacks.</summary>
    public IReadOnlyList<MissingPart<ReviewPart>> Missing => Paper.Review is { IsCompleted: true } ? [] : [.. Papers is { IsDirect: true, MayScore: false } ? Paper.MissingFindings() : Paper.Missing()];

    public static string KeyOf(MissingPart<ReviewPart> missing) => missing.ItemId is { } id ? $"missing-item-{id}" : $"missing-{missing.Text}";

    /// <summary>−0.5, +1; blank where nothing differs.</summary>
    public string Difference(StandardItem item) => Paper.Differs(item) ? Signed((Paper.PointsOf(item) - Papers.Self.PointsOf(item)) ?? Paper.PointsOf(item)!.Value) : "";

    public LiveSums Live()
    {
        var sums = LiveSums.Of(Paper.Standard.ScoredHeads, Paper.SumOf, Paper.Sum, Band);
        var texts = new Dictionary<string, string>(sums.Texts)
        {
            ["superior"] = SuperiorText,
            ["composite"] = Composite?.ToString("0.00") ?? "–",
            ["missing-count"] = $"{Missing.Count}",
            ["differing-count"] = $"{Paper.Items.Count(Paper.Differs)}",
        };
        var shown = new Dictionary<string, bool>(sums.Shown)
        {
            ["is-complete"] = Missing.Count == 0,
            ["is-incomplete"] = Missing.Count > 0,
            ["no-band"] = Band is null,
        };
        var missing = Missing.GroupBy(KeyOf).ToDictionary(group => group.Key, group => group.First().Text);
        foreach (var item in Paper.Items)
        {
            texts[$"diff-{item.Id}"] = Difference(item);
            shown[$"reason-{item.Id}"] = Paper.Differs(item);
            texts[$"missing-item-{item.Id}"] = missing.GetValueOrDefault($"missing-item-{item.Id}", "");
            shown[$"missing-item-{item.Id}"] = missing.ContainsKey($"missing-item-{item.Id}");
        }

        foreach (var text in Told)
            shown[$"missing-{text}"] = missing.ContainsKey($"missing-{text}");
        return new LiveSums(texts, shown);
    }

    private static string Signed(decimal difference) => difference < 0 ? $"−{-difference:0.##}" : $"+{difference:0.##}";
}
