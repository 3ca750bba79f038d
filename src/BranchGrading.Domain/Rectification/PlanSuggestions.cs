using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Rectification;

/// <summary>What a plan could be made from, so that nothing is typed twice: the table of problems, low-scoring items, 否 and 基本 answers, the review's opinion.</summary>
public static class PlanSuggestions
{
    /// <summary>An item whose points are below this share of its full marks scores low.</summary>
    public const decimal LowShare = 0.7m;

    /// <summary>So many items are named at least, where that many lost anything.</summary>
    public const int LeastLowItems = 3;

    /// <summary>The suggestions, in the order of their origins.</summary>
    /// <param name="paper">Everything filled in about the branch.</param>
    /// <param name="withReview">Whether the review may be read; without, the branch's own scores and answers alone are.</param>
    /// <param name="grade">The grade as far as it may be known: the target is one step better; null leaves it open.</param>
    public static IReadOnlyList<PlanSuggestion> Of(ReviewPaper paper, bool withReview, Grade? grade)
    {
        var person = Shortened(paper.Participant.SecretaryName ?? "", PlanItem.PersonMaxLength);
        var target = grade?.OneStepBetter();
        return
        [
            .. paper.Self.Problems.Where(problem => problem.Description.Length > 0).Select(problem => new PlanSuggestion(
                $"problem-{problem.Id}", PlanItemOrigin.SelfAssessment, problem.Description, problem.Description, problem.Measure,
                problem.ResponsiblePerson.Length > 0 ? problem.ResponsiblePerson : person, problem.DueOn, problem.TargetGrade ?? target)),
            .. LowItems(paper, withReview).Select(low => New($"item-{low.Item.Id}", PlanItemOrigin.LowItem, $"「{low.Item.Name}」", Lost(paper, low.Item, low.Points, withReview))),
            .. Enum.GetValues<Question>().Select(question => (question, Answer: AnswerTo(paper, question, withReview)))
                .Where(row => row.Answer is { Level: AnswerLevel.Basically or AnswerLevel.No })
                .Select(row => New($"question-{row.question}", PlanItemOrigin.Answer, $"「{row.question.Word()}」", Answered(row.question, row.Answer!))),
            .. withReview && paper.Review?.Opinion is { Length: > 0 } opinion ? [New("review", PlanItemOrigin.Review, "", opinion)] : Array.Empty<PlanSuggestion>(),
        ];

        PlanSuggestion New(string key, PlanItemOrigin origin, string mark, string problem) =>
            new(key, origin, mark, Shortened(problem, PlanItem.TextMaxLength), "", person, null, target);
    }

    /// <summary>
    /// The items below <see cref="LowShare"/> of their full marks, the lowest first; where there are fewer than <see cref="LeastLowItems"/>, the next lowest that lost anything.
    /// </summary>
    private static IEnumerable<(StandardItem Item, decimal Points)> LowItems(ReviewPaper paper, bool withReview)
    {
        var scored = paper.Items.Where(item => item.FullMarks > 0)
            .Select(item => (Item: item, Points: PointsOf(paper, item, withReview)))
            .Where(row => row.Points is not null && row.Points < row.Item.FullMarks)
            .Select(row => (row.Item, Points: row.Points!.Value, Share: row.Points.Value / row.Item.FullMarks))
            .OrderBy(row => row.Share).ThenByDescending(row => row.Item.FullMarks)
            .ToList();
        return scored.Where((row, index) => row.Share < LowShare || index < LeastLowItems).Select(row => (row.Item, row.Points));
    }

    /// <summary>The committee's points; before they may be read, or where there are none, the branch's own.</summary>
    private static decimal? PointsOf(ReviewPaper paper, StandardItem item, bool withReview) =>
        (withReview ? paper.PointsOf(item) : null) ?? (item.IsSelfScored ? paper.Self.PointsOf(item) : null);

    /// <summary>The committee's answer, or else the branch's own; the explanation may stand in either.</summary>
    private static InvestigationAnswer? AnswerTo(ReviewPaper paper, Question question, bool withReview) =>
        withReview && paper.AnswerTo(question) is { Level: not null } confirmed ? confirmed : paper.Self.AnswerTo(question);

    private static string Lost(ReviewPaper paper, StandardItem item, decimal points, bool withReview)
    {
        var reason = withReview && paper.ScoreOf(item) is { Note.Length: > 0 } score ? $"：{score.Note}" : "";
        return $"「{item.Name}」得 {points:0.##} 分，满分 {item.FullMarks:0.##} 分{reason}";
    }

    private static string Answered(Question question, InvestigationAnswer answer) =>
        $"「{question.Word()}」：{answer.Level!.Value.Word()}{(answer.Explanation.Length > 0 ? $"。{answer.Explanation}" : "")}";

    private static string Shortened(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
