using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Assessments;

/// <summary>
/// Everything that a branch fills in, beside the standard it is filled in by: adds up the score and tells what is missing (§2.2).
/// </summary>
/// <param name="Participant">The branch in its round.</param>
/// <param name="Standard">Its standard, with heads, items and options.</param>
/// <param name="Assessment">The assessment itself; null while nothing is filled in.</param>
/// <param name="Scores">The branch's own item scores.</param>
/// <param name="Answers">Its answers of 调查摸底.</param>
/// <param name="Report">The parts of its report.</param>
/// <param name="Problems">Its table of problems, in order.</param>
/// <param name="Attachments">What is attached now.</param>
public sealed record SelfAssessmentPaper(
    Participant Participant, ScoringStandard Standard, SelfAssessment? Assessment, IReadOnlyList<ItemScore> Scores, IReadOnlyList<InvestigationAnswer> Answers,
    IReadOnlyList<ReportText> Report, IReadOnlyList<AssessmentProblem> Problems, IReadOnlyList<Attachment> Attachments)
{
    /// <summary>The items the branch scores itself.</summary>
    public IEnumerable<StandardItem> Items => Standard.Items.Where(item => item.IsSelfScored && item.AppliesTo(Participant.BranchType));

    /// <summary>Points and full marks of the self-score so far; what is not answered counts as nothing.</summary>
    public ScoreSum Sum => StandardScore.Self(Standard, Participant.BranchType, PointsOf);

    public ItemScore? ScoreOf(StandardItem item) => Scores.FirstOrDefault(score => score.ItemId == item.Id);

    public decimal? PointsOf(StandardItem item) => ScoreOf(item)?.PointsOf(item);

    public InvestigationAnswer? AnswerTo(Question question) => Answers.FirstOrDefault(answer => answer.Question == question);

    public ReportText? TextOf(ReportSection section) => Report.FirstOrDefault(text => text.Section == section);

    public ScoreSum SumOf(StandardHead head) => StandardScore.OfHead(head, Participant.BranchType, isSelf: true, PointsOf);

    /// <summary>The band of the self-score so far: the grade it would lead to without any limit (§3.4).</summary>
    public Grade? ExpectedGrade(RoundRules rules) => Sum.Score is { } score ? Band.Of(score, rules) : null;

    /// <summary>What is still missing for submission, in the order of the task list.</summary>
    public IEnumerable<MissingPart<AssessmentPart>> Missing()
    {
        if (Assessment?.BasicsConfirmedAt is null)
            yield return new(AssessmentPart.Basics, "核对基本情况并确认");
        foreach (var question in Enum.GetValues<Question>())
        {
            if (AnswerTo(question) is not { Level: { } level } answer)
                yield return new(AssessmentPart.Investigation, $"回答「{question.Word()}」");
            else if (!answer.IsComplete)
                yield return new(AssessmentPart.Investigation, $"「{question.Word()}」选了「{level.Word()}」，请写说明");
        }

        foreach (var item in Items.Where(item => PointsOf(item) is null))
            yield return new(AssessmentPart.Items, $"给「{item.Name}」打分", item.Id);
        foreach (var section in Enum.GetValues<ReportSection>().Where(section => TextOf(section) is not { Content.Length: > 0 }))
            yield return new(AssessmentPart.Report, $"写「{section.Word()}」");
        if (Problems.Count == 0)
            yield return new(AssessmentPart.Problems, "至少写一条问题，带上措施、责任人、完成时限和目标等级");
        foreach (var (index, problem) in Problems.Index())
        {
            if (problem.Missing.Any())
                yield return new(AssessmentPart.Problems, $"第 {index + 1} 条问题缺{string.Join("、", problem.Missing)}");
        }
    }

    /// <summary>All of it in words, to show, to keep and to compare.</summary>
    public AssessmentContent Content() => new(
    [
        new(AssessmentPart.Basics.Word(), "basics", "基本情况",
            $"书记 {Participant.SecretaryName ?? "（空）"}，正式党员 {Participant.FullMembers} 人，预备党员 {Participant.ProbationaryMembers} 人"),
        .. Enum.GetValues<Question>().Select(question => new ContentLine(
            AssessmentPart.Investigation.Word(), $"question:{question}", question.Word(), ContentLine.Joined(AnswerTo(question)?.Level?.Word() ?? "", AnswerTo(question)?.Explanation))),
        .. Items.Select(item => new ContentLine(
            AssessmentPart.Items.Word(), $"item:{item.Id}", item.Name, ContentLine.Joined(ScoreOf(item) is { } score ? ItemWords.Answer(item, score.Answer) : "", ScoreOf(item)?.Note), PointsOf(item), item.MaxPoints)),
        .. Enum.GetValues<ReportSection>().Select(section => new ContentLine(AssessmentPart.Report.Word(), $"report:{section}", section.Word(), TextOf(section)?.Content ?? "")),
        .. Problems.Select((problem, index) => new ContentLine(
            AssessmentPart.Problems.Word(), $"problem:{problem.Id}", $"问题 {index + 1}",
            $"{problem.Description}\n整改措施：{problem.Measure}\n责任人：{problem.ResponsiblePerson}；完成时限：{problem.DueOn:yyyy年M月d日}；目标等级：{problem.TargetGrade}")),
        .. Attachments.Select(attachment => new ContentLine(AssessmentPart.Attachments.Word(), $"attachment:{attachment.Id}", attachment.FileName, AttachedTo(attachment))),
    ]);

    private string AttachedTo(Attachment attachment) =>
        Standard.Items.FirstOrDefault(item => item.Id == attachment.ItemId) is { } item ? $"用于「{item.Name}」" : "整份自评的附件";
}
