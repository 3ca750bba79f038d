using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Data.Seed;

/// <summary>
/// What one branch of the demo school and its committee fill in on line in a round. The points come to the scores that its strength asks
/// for; texts and the items that lose points follow from a key, the same every time.
/// </summary>
internal sealed class DemoPapers(GradingRound round, Participant participant, ScoringStandard standard, decimal self, decimal superior, string officer)
{
    private static readonly Question[] Questions = Enum.GetValues<Question>();

    private readonly int _key = participant.BranchId * 7 + round.Year;
    private readonly List<ItemScore> _ownScores = [];
    private readonly List<ItemScore> _scores = [];
    private readonly List<InvestigationAnswer> _ownAnswers = [];
    private readonly List<InvestigationAnswer> _answers = [];
    private readonly List<ReportText> _report = [];
    private readonly List<AssessmentProblem> _problems = [];
    private SelfAssessment? _assessment;
    private PreliminaryReview? _review;

    public DemocraticEvaluation? Members { get; init; }

    public DemocraticEvaluation? Masses { get; init; }

    private string Secretary => participant.SecretaryName!;

    private List<StandardItem> OwnItems => [.. standard.Items.Where(item => item.IsSelfScored && item.AppliesTo(participant.BranchType))];

    private SelfAssessmentPaper SelfPaper => new(participant, standard, _assessment, _ownScores, _ownAnswers, _report, _problems, []);

    private ReviewPaper ReviewPaper => new(SelfPaper, _review, _scores, _answers, Members, Masses, round.Rules);

    /// <summary>Fills in the self-assessment, half of it or all; what is to be saved before anything is handed in.</summary>
    public IEnumerable<object> Fill(DateTime at, bool isHalf = false)
    {
        _assessment = new SelfAssessment(participant.Id, Secretary, at);
        _assessment.ConfirmBasics(Secretary, at);
        FillAnswers(_ownAnswers, Scorer.Branch, Secretary, at);
        var items = OwnItems;
        var answers = Points(items, self * items.Sum(item => item.FullMarks) / 100m);
        foreach (var item in isHalf ? items.SkipLast(1) : items)
            _ownScores.Add(Filled(item, Scorer.Branch, answers[item.Id], null, Secretary, at));
        foreach (var section in isHalf ? Enum.GetValues<ReportSection>().SkipLast(1) : Enum.GetValues<ReportSection>())
        {
            var text = DemoTexts.Report(section, participant.BranchType, participant.BranchName, participant.FullMembers, participant.ProbationaryMembers, _key);
            var part = new ReportText(participant.Id, section);
            part.Fill(isHalf && section == ReportSection.Achievements ? text[..(text.Length / 3)] : text, Secretary, at);
            _report.Add(part);
        }

        if (!isHalf)
            FillProblems(at);
        return [_assessment, .. _ownAnswers, .. _ownScores, .. _report, .. _problems];
    }

    /// <summary>Hands the self-assessment in; it has been saved, so that its problems are told apart.</summary>
    public void Submit(DateTime at) => _assessment!.Submit(SelfPaper, onBehalf: false, Secretary, at);

    /// <summary>Gives it back with two items and the table of problems.</summary>
    public void Return(DateTime at)
    {
        var items = OwnItems;
        _assessment!.Return(
            "总体写得不错，有三处与材料对不上，请核实后改一下再交。",
            [
                Part(items.First(item => item.Name == "党员意识与服务群众"), "志愿服务登记表只有 18 人次，人均不到 1 次，与自评的分数不符，请核对。"),
                Part(items.First(item => item.Name == "组织生活记录"), "记录本第 7 次、第 11 次没有讨论内容，应计缺记录 2 次。"),
                new ReturnedPart(AssessmentPart.Problems, null, AssessmentPart.Problems.Word(), "第二条问题的整改措施太笼统，请写清谁来做、做几次、什么时候检查。"),
            ],
            officer, at);

        static ReturnedPart Part(StandardItem item, string reason) => new(AssessmentPart.Items, item.Id, item.Name, reason);
    }

    /// <summary>What the committee records, half of it or all; to be saved before the review is completed.</summary>
    public IEnumerable<object> Review(DateTime at, bool isHalf = false)
    {
        _review = new PreliminaryReview(participant.Id);
        _review.WriteFindings(
            _key % 2 == 0 ? [InvestigationMethod.Visit, InvestigationMethod.Records] : [InvestigationMethod.Appraisal, InvestigationMethod.Records],
            isHalf ? null : true, isHalf ? null : Math.Min(100, superior + 2), isHalf ? null : Math.Min(100, superior + 3), officer, at);
        if (!isHalf)
            _review.WriteOpinion(Opinion(Band.Of(superior, round.Rules)), Band.Of(superior, round.Rules), Leader, officer, at);
        if (participant.CommitteeKind != CommitteeKind.DirectBranch)
            FillAnswers(_answers, Scorer.Committee, officer, at);
        var items = OwnItems;
        var answers = Reviewed(items);
        foreach (var item in isHalf ? items.Take(items.Count / 2) : items)
        {
            var own = ItemPoints.Of(item, SelfPaper.ScoreOf(item)!.Answer);
            var given = ItemPoints.Of(item, answers[item.Id]);
            _scores.Add(Filled(item, Scorer.Committee, answers[item.Id], given == own ? null : DemoTexts.Reason(item.Name, given < own), officer, at));
        }

        return [_review, .. _answers, .. _scores];
    }

    public void Complete(DateTime at) => _review!.Complete(ReviewPaper, officer, at);

    private string Leader => participant.CommitteeName[..2] switch
    {
        "材料" => _key % 2 == 0 ? "院党委书记 宋维民" : "副院长 刘志宏",
        "计算" => _key % 2 == 0 ? "院党委书记 陆正平" : "副院长 郭欣",
        _ => "副校长 严明",
    };

    private void FillAnswers(List<InvestigationAnswer> answers, Scorer scorer, string by, DateTime at)
    {
        foreach (var question in Questions)
        {
            var answer = new InvestigationAnswer(participant.Id, scorer, question);
            // The weaker the branch, the more of the questions are answered with 基本; the committee sees one more of them.
            var weak = (100 - (int)self) / 6 + (scorer == Scorer.Committee ? 1 : 0);
            var isWeak = (_key + (int)question * 3) % Questions.Length < weak;
            var isMissing = self < 65 && question == Question.LeadingGroup;
            answer.Fill(
                isMissing ? AnswerLevel.No : isWeak ? AnswerLevel.Basically : AnswerLevel.Yes, isMissing || isWeak ? DemoTexts.Weakness(question, _key) : null, by, at);
            answers.Add(answer);
        }
    }

    private void FillProblems(DateTime at)
    {
        var band = Band.Of(superior, round.Rules);
        foreach (var (index, (problem, measure)) in DemoTexts.Problems(participant.BranchType, 2 + (int)band + _key % 2, _key).Index())
        {
            var row = new AssessmentProblem(participant.Id, index + 1);
            row.Fill(
                problem, measure, index % 3 == 1 ? "组织委员" : index % 3 == 2 ? "全体支委" : Secretary,
                new DateOnly(round.Year, 6, 30).AddMonths((_key + index) % 4), band.OneStepBetter(), Secretary, at);
            _problems.Add(row);
        }
    }

    /// <summary>Answers to all items that add up to the points: choices and counts first, what is left is spread over the judged items in halves.</summary>
    private Dictionary<int, ItemAnswer> Points(List<StandardItem> items, decimal target)
    {
        var share = 1 - target / items.Sum(item => item.FullMarks);
        var answers = items.Where(item => item.Method != ItemMethod.Points).ToDictionary(item => item.Id, item => item.Method switch
        {
            ItemMethod.Options => new ItemAnswer { Option = item.Options.OrderByDescending(option => option.Points).ElementAt(share < 0.1m ? 0 : share < 0.3m ? 1 : 2).Order },
            ItemMethod.Deduction => new ItemAnswer { Times = share < 0.06m ? 0 : (int)(share * item.MaxPoints / item.UnitPoints) },
            _ => new ItemAnswer { Times = (int)Math.Round(item.MaxPoints / item.UnitPoints * Math.Max(0, 1 - share * 2)) },
        });
        var judged = items.Where(item => item.Method == ItemMethod.Points).OrderBy(item => Mixed(item.Id)).ToList();
        var loss = judged.Sum(item => item.MaxPoints) - (target - items.Where(item => item.Method != ItemMethod.Points).Sum(item => ItemPoints.Of(item, answers[item.Id])!.Value));
        var left = judged.Sum(Weight);
        foreach (var item in judged)
        {
            var part = left == 0 ? 0 : loss * Weight(item) / left;
            var taken = Math.Clamp(item == judged[^1] ? Math.Round(part, 1) : Math.Round(part * 2, MidpointRounding.AwayFromZero) / 2, 0, item.MaxPoints);
            answers[item.Id] = new ItemAnswer { Points = item.MaxPoints - taken };
            (loss, left) = (loss - taken, left - Weight(item));
        }

        return answers;

        decimal Weight(StandardItem item) => item.MaxPoints * (50 + Mixed(item.Id) % 100);
    }

    /// <summary>The committee's answers: the branch's own, some judged items lower or higher, until the score with the votes is reached.</summary>
    private Dictionary<int, ItemAnswer> Reviewed(List<StandardItem> items)
    {
        var answers = items.ToDictionary(item => item.Id, item => SelfPaper.ScoreOf(item)!.Answer);
        var votes = standard.Items.Where(item => item.Method == ItemMethod.Vote && item.AppliesTo(participant.BranchType))
            .Sum(item => ReviewPaper.PointsOf(item) ?? item.MaxPoints * superior / 100m);
        var change = superior * standard.FullMarks(participant.BranchType) / 100m - votes - items.Sum(item => ItemPoints.Of(item, answers[item.Id])!.Value);
        for (var pass = 0; pass < 6 && Math.Abs(change) >= 0.05m; pass++)
        {
            foreach (var item in items.Where(item => item.Method == ItemMethod.Points).OrderBy(item => Mixed(item.Id + 17)))
            {
                var points = answers[item.Id].Points!.Value;
                var step = Math.Min(0.5m + Mixed(item.Id + pass) % 2 * 0.5m, Math.Round(Math.Abs(change), 1));
                var next = Math.Clamp(points + Math.Sign(change) * step, 0, item.MaxPoints);
                answers[item.Id] = new ItemAnswer { Points = next };
                change -= next - points;
            }
        }

        return answers;
    }

    private ItemScore Filled(StandardItem item, Scorer scorer, ItemAnswer answer, string? note, string by, DateTime at)
    {
        var score = new ItemScore(participant.Id, scorer, item.Id);
        score.Fill(item, answer, false, note, by, at);
        return score;
    }

    private int Mixed(int salt)
    {
        var mixed = unchecked((uint)_key * 2654435761u + (uint)salt * 40503u);
        mixed = unchecked((mixed ^ mixed >> 15) * 2246822519u);
        return (int)((mixed ^ mixed >> 13) % 1000);
    }

    private static string Opinion(Grade grade) => grade switch
    {
        Grade.A => "班子团结有力，组织生活规范，党员作用发挥突出，师生认可。经党委会议（党政联席会）研究，同意支部的自我评价。",
        Grade.B => "班子健全，制度基本落实，活动正常；品牌活动和联系群众还可加强。自评总体属实，个别项目按佐证材料核减。",
        Grade.C => "组织生活时有缺开，记录不全，党员作用发挥不够充分。自评偏高，按实地查阅的材料核减；应按整改表限期改进，学院派人跟踪。",
        _ => "组织生活长期不正常，班子不健全，列为重点整改对象，由联系领导每月到支部一次。",
    };
}
