using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Assessments;

/// <summary>Everything a committee records about a branch, beside what the branch filled in: adds up the score and tells what is missing (§2.3).</summary>
/// <param name="Self">What the branch filled in.</param>
/// <param name="Review">The review; null while nothing is recorded.</param>
/// <param name="Scores">The committee's item scores.</param>
/// <param name="Answers">Its confirmed or corrected answers of 调查摸底.</param>
/// <param name="Members">党员测评; null while not recorded.</param>
/// <param name="Masses">群众测评; null while not recorded.</param>
/// <param name="Rules">The round's rules: what counts as satisfied.</param>
public sealed record ReviewPaper(
    SelfAssessmentPaper Self, PreliminaryReview? Review, IReadOnlyList<ItemScore> Scores, IReadOnlyList<InvestigationAnswer> Answers,
    DemocraticEvaluation? Members, DemocraticEvaluation? Masses, RoundRules Rules)
{
    public Participant Participant => Self.Participant;

    public ScoringStandard Standard => Self.Standard;

    /// <summary>Every item that applies to the branch, vetoes too.</summary>
    public IEnumerable<StandardItem> Items => Standard.Items.Where(item => item.AppliesTo(Participant.BranchType));

    /// <summary>初评得分 so far, with the vote items (§3.1).</summary>
    public ScoreSum Sum => StandardScore.Superior(Standard, Participant.BranchType, PointsOf);

    public bool Vetoed => Scores.Any(score => score.Vetoed);

    public ItemScore? ScoreOf(StandardItem item) => Scores.FirstOrDefault(score => score.ItemId == item.Id);

    /// <summary>The points of an item; those of a vote item come from the ballots.</summary>
    public decimal? PointsOf(StandardItem item) => SuperiorPoints.Of(item, ScoreOf(item)?.Answer, CountOf(item.Panel), Rules.FairCounts);

    public ScoreSum SumOf(StandardHead head) => StandardScore.OfHead(head, Participant.BranchType, isSelf: false, PointsOf);

    public InvestigationAnswer? AnswerTo(Question question) => Answers.FirstOrDefault(answer => answer.Question == question);

    public BallotCount? CountOf(Panel? panel) => (panel == Panel.Members ? Members : Masses)?.Count;

    /// <summary>满意率 of a panel, in percent with 2 places; none without a valid ballot (§3.3).</summary>
    public decimal? SatisfactionOf(Panel? panel) => CountOf(panel) is { } count ? Satisfaction.Of(count, Rules.FairCounts) : null;

    /// <summary>Whether the committee's points differ from the branch's own; then a reason is due (§2.3). A self-score from paper has no points of items to differ from.</summary>
    public bool Differs(StandardItem item) => item.IsSelfScored && PointsOf(item) is { } own && Self.PointsOf(item) is { } self && own != self;

    /// <summary>Whether the committee answers otherwise than the branch; then an explanation is due.</summary>
    public bool Differs(Question question) => AnswerTo(question) is { Level: { } own } && Self.AnswerTo(question) is { Level: { } theirs } && own != theirs;

    /// <summary>What is missing for the completion, in the order it is worked on.</summary>
    public IEnumerable<MissingPart<ReviewPart>> Missing()
    {
        if (Self.Assessment is not { IsSubmitted: true })
            yield return new(ReviewPart.SelfAssessment, "支部还没有提交自我评价");
        foreach (var missing in MissingFindings())
            yield return missing;
        foreach (var item in Items.Where(item => item.IsSelfScored))
        {
            if (PointsOf(item) is null)
                yield return new(ReviewPart.Items, $"给「{item.Name}」打分", item.Id);
            else if (Differs(item) && ScoreOf(item)!.Note.Length == 0)
                yield return new(ReviewPart.Items, $"「{item.Name}」与自评不同，请写理由", item.Id);
        }

        foreach (var item in Items.Where(item => item.Method == ItemMethod.Veto && ScoreOf(item) is { Vetoed: true, Note.Length: 0 }))
            yield return new(ReviewPart.Items, $"写明「{item.Name}」一票否决的事实", item.Id);
    }

    /// <summary>
    /// What the committee itself has to record: answers, ballots, opinion and grade. A 直属党支部 reports with these; its item scores are the department's (§2.3).
    /// </summary>
    public IEnumerable<MissingPart<ReviewPart>> MissingFindings()
    {
        if (Participant.CommitteeKind != CommitteeKind.DirectBranch)
        {
            foreach (var question in Enum.GetValues<Question>().Where(question => AnswerTo(question) is not { IsComplete: true }))
                yield return new(ReviewPart.Investigation, $"核实「{question.Word()}」");
            foreach (var question in Enum.GetValues<Question>().Where(question => Differs(question) && AnswerTo(question) is { IsComplete: true, Explanation.Length: 0 }))
                yield return new(ReviewPart.Investigation, $"「{question.Word()}」与支部的回答不同，请写说明");
        }

        if (SatisfactionOf(Panel.Members) is null)
            yield return new(ReviewPart.MemberVote, Members is null ? "登记党员测评" : "党员测评没有有效票");
        if (SatisfactionOf(Panel.Masses) is null)
            yield return new(ReviewPart.MassVote, Masses is null ? "登记群众测评" : "群众测评没有有效票");
        if (string.IsNullOrEmpty(Review?.Opinion))
            yield return new(ReviewPart.Opinion, "写初评意见");
        if (Review?.ProposedGrade is null)
            yield return new(ReviewPart.Opinion, "拟定等级");
    }

    /// <summary>All of it in words, to keep and to compare; items and answers under the same keys as in the self-assessment.</summary>
    public AssessmentContent Content() => new(
    [
        .. Enum.GetValues<Question>().Where(question => AnswerTo(question) is not null).Select(question => new ContentLine(
            ReviewPart.Investigation.Word(), $"question:{question}", question.Word(), ContentLine.Joined(AnswerTo(question)!.Level?.Word() ?? "", AnswerTo(question)!.Explanation))),
        .. Items.Select(item => new ContentLine(ReviewPart.Items.Word(), $"item:{item.Id}", item.Name, TextOf(item), PointsOf(item), item.MaxPoints)),
        .. new[] { (Panel.Members, Count: Members?.Count, Part: ReviewPart.MemberVote), (Panel.Masses, Count: Masses?.Count, Part: ReviewPart.MassVote) }
            .Where(vote => vote.Count is not null).Select(vote => new ContentLine(vote.Part.Word(), $"vote:{vote.Item1}", vote.Part.Word(),
                $"发出 {vote.Count!.Issued}，收回 {vote.Count.Returned}，有效 {vote.Count.Valid}，好 {vote.Count.Good}，较好 {vote.Count.FairlyGood}，一般 {vote.Count.Fair}，差 {vote.Count.Poor}")),
        new(ReviewPart.Opinion.Word(), "opinion", "初评意见", Review?.Opinion ?? ""),
        new(ReviewPart.Opinion.Word(), "grade", "初评等级", Review?.ProposedGrade?.ToString() ?? ""),
        new(ReviewPart.Opinion.Word(), "leader", "联系领导", Review?.ContactLeader ?? ""),
    ]);

    private string TextOf(StandardItem item) => item.Method switch
    {
        ItemMethod.Vote => SatisfactionOf(item.Panel) is { } satisfaction ? $"满意率 {satisfaction:0.00}%" : "",
        ItemMethod.Veto => ScoreOf(item) is { Vetoed: true } marked ? ContentLine.Joined("一票否决", marked.Note) : "",
        _ => ScoreOf(item) is { } score ? ContentLine.Joined(ItemWords.Answer(item, score.Answer), score.Note) : "",
    };
}
