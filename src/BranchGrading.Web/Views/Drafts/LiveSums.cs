using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Drafts;

/// <summary>The sums of a scoring page, by the keys under which it shows them: those of every head, of the whole, and the grade they stand for.</summary>
public sealed record LiveSums(IReadOnlyDictionary<string, string> Texts, IReadOnlyDictionary<string, bool> Shown)
{
    /// <summary>The order in which a page lists what it shows for one grade at a time.</summary>
    public static IReadOnlyList<Grade> Grades { get; } = Enum.GetValues<Grade>();

    public static LiveSums Of(IEnumerable<StandardHead> heads, Func<StandardHead, ScoreSum> sumOf, ScoreSum whole, Grade? grade)
    {
        var texts = new Dictionary<string, string>
        {
            ["sum-points"] = whole.Points.ToString("0.##"),
            ["sum-full"] = whole.FullMarks.ToString("0.##"),
            ["sum-score"] = whole.Score?.ToString("0.00") ?? "—",
            ["sum-missing"] = Missing(whole),
        };
        var shown = Grades.ToDictionary(known => $"grade-{known}", known => known == grade);
        foreach (var head in heads)
        {
            var sum = sumOf(head);
            texts[$"head-{head.Id}-points"] = sum.Points.ToString("0.##");
            texts[$"head-{head.Id}-missing"] = $"缺 {sum.Unanswered} 项";
            (shown[$"head-{head.Id}-is-missing"], shown[$"head-{head.Id}-is-complete"]) = (!sum.IsComplete, sum.IsComplete);
        }

        return new LiveSums(texts, shown);
    }

    /// <summary>Adds the sums to what is told of one item.</summary>
    public DraftState With(DraftState state) => state with
    {
        Texts = state.Texts.Concat(Texts).ToDictionary(),
        Shown = state.Shown.Concat(Shown).ToDictionary(),
    };

    private static string Missing(ScoreSum sum) => sum.IsComplete ? "" : $"（缺 {sum.Unanswered} 项，按 0 分）";
}
