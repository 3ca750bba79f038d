using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Standards;
using BranchGrading.Web.Views.Drafts;

namespace BranchGrading.Web.Views.Reviews;

/// <summary>The live figures of a review: sums, differences, the composite so far, and what is missing.</summary>
public sealed record ReviewSums(BranchPapers Papers)
{
    public ReviewPaper Paper => Papers.Review;

    public decimal? Self => Papers.Self.Assessment?.Score;

    /// <summary>初评得分 once every item has its points; of what came from paper, the total.</summary>
    public decimal? Superior => Paper.Review?.Score ?? (Paper.Sum.IsComplete ? Paper.Sum.Score : null);

    public decimal? Composite => CompositeScore.Of(Self, Superior, Papers.Round.Rules.SelfWeight);

    public Grade? Band => Domain.Grading.Band.Of(Composite, Papers.Round.Rules);

    public string SuperiorText => Superior?.ToString("0.00") ?? $"还差 {Paper.Sum.Unanswered} 项";

    /// <summary>What the viewer's own part still lacks.</summary>
    public IReadOnlyList<MissingPart<ReviewPart>> Missing => Paper.Review is { IsCompleted: true } ? [] : [.. Papers is { IsDirect: true, MayScore: false } ? Paper.MissingFindings() : Paper.Missing()];

    /// <summary>What is missing as a list to work through: all points, and all answers, in one line, each reason in a line of its own; those that are not missing without a text.</summary>
    public IReadOnlyList<(string Key, string? Text, string Address)> List
    {
        get
        {
            var missing = Missing;
            var unscored = missing.Count(part => part.ItemId is { } id && Paper.Scores.All(score => score.ItemId != id || Paper.Items.First(item => item.Id == id) is var item && score.PointsOf(item) is null && !score.Vetoed));
            var answers = missing.Count(part => part.Part == ReviewPart.Investigation);
            return
            [
                ("missing-self", TextOf(ReviewPart.SelfAssessment), $"/assessments/{Paper.Participant.Id}"),
                ("missing-scores", unscored > 0 ? $"给 {unscored} 个项目打分" : null, "#items"),
                .. Paper.Items.Where(item => item.Method != ItemMethod.Vote).Select(item => ($"missing-item-{item.Id}", ReasonFor(item), $"#item-{item.Id}")),
                ("missing-answers", answers > 0 ? $"核实 {answers} 个问题" : null, "#investigation"),
                ("missing-members", TextOf(ReviewPart.MemberVote), $"/reviews/{Paper.Participant.Id}/ballots"),
                ("missing-masses", TextOf(ReviewPart.MassVote), $"/reviews/{Paper.Participant.Id}/ballots"),
                ("missing-opinion", string.Join('、', missing.Where(part => part.Part == ReviewPart.Opinion).Select(part => part.Text)) is { Length: > 0 } text ? text : null, "#opinion"),
            ];

            string? TextOf(ReviewPart part) => missing.FirstOrDefault(known => known.Part == part)?.Text;

            string? ReasonFor(StandardItem item) => Paper.ScoreOf(item) is { } score && (score.Vetoed || score.PointsOf(item) is not null) ? missing.FirstOrDefault(part => part.ItemId == item.Id)?.Text : null;
        }
    }

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
        foreach (var item in Paper.Items)
        {
            texts[$"diff-{item.Id}"] = Difference(item);
            shown[$"reason-{item.Id}"] = Paper.Differs(item);
        }

        foreach (var (key, text, _) in List)
            (texts[key], shown[key]) = (text ?? "", text is not null);
        return new LiveSums(texts, shown);
    }

    private static string Signed(decimal difference) => difference < 0 ? $"−{-difference:0.##}" : $"+{difference:0.##}";
}
