using System.Reflection;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Assessments;

/// <summary>A branch with a small standard of every method, filled in completely unless a test takes something away.</summary>
internal sealed class Paper
{
    public static readonly DateTime Now = new(2012, 3, 20, 2, 0, 0, DateTimeKind.Utc);

    public StandardItem Judged { get; } = StandardItem.ByPoints("学习理论", "", "", 40);
    public StandardItem Chosen { get; } = StandardItem.ByOptions("三会一课", "", "", new ItemOption("按期", 6), new ItemOption("个别缺", 4.5m));
    public StandardItem Deducted { get; } = StandardItem.ByDeduction("缺记录", "", "", 4, 0.5m);
    public StandardItem Rewarded { get; } = StandardItem.ByBonus("表彰", "", "", 2, 1);
    public StandardItem Voted { get; } = StandardItem.ByVote("党员测评", "", 8, Panel.Members);
    public StandardItem Veto { get; } = StandardItem.ByVeto("弄虚作假", "");

    private readonly List<ItemScore> _scores = [];
    private readonly List<ItemScore> _reviewScores = [];
    private readonly List<InvestigationAnswer> _answers = [];
    private readonly List<InvestigationAnswer> _confirmed = [];
    private readonly List<ReportText> _report = [];
    private readonly List<AssessmentProblem> _problems = [];
    private readonly ScoringStandard _standard;
    private readonly Participant _participant;

    public Paper(CommitteeKind kind = CommitteeKind.PartyCommittee)
    {
        _standard = new ScoringStandard("标准", StandardKind.Student, [new StandardHead("工作", [Judged, Chosen, Deducted, Rewarded, Voted]), new StandardHead("一票否决", [Veto])]);
        foreach (var (index, item) in _standard.Items.Index())
            typeof(StandardItem).GetProperty(nameof(StandardItem.Id))!.SetValue(item, index + 1);
        var branch = new Committee("材料学院党委", kind, "D01", 1).Found("材料学生支部", BranchType.Student, null, 1);
        _participant = (Participant)Activator.CreateInstance(typeof(Participant), BindingFlags.Instance | BindingFlags.NonPublic, null, [branch, 1], null)!;
        Assessment = new SelfAssessment(0, "书记", Now);
        Assessment.ConfirmBasics("书记", Now);
        Fill(Judged, new ItemAnswer { Points = 38 });
        Fill(Chosen, new ItemAnswer { Option = 2 });
        Fill(Deducted, new ItemAnswer { Times = 1 });
        Fill(Rewarded, new ItemAnswer { Times = 3 });
        foreach (var question in Enum.GetValues<Question>())
        {
            Answer(question, AnswerLevel.Yes, "");
            Confirm(question, AnswerLevel.Yes);
        }

        foreach (var section in Enum.GetValues<ReportSection>())
            Write(section, "写了");
        AddProblem("组织生活缺记录", "每月检查", "张三", new DateOnly(2012, 9, 1), Grade.B);
        foreach (var score in _scores)
            Review(_standard.Items.Single(item => item.Id == score.ItemId), score.Answer, "");
        Opinion = new PreliminaryReview(0);
        Opinion.WriteOpinion("同意", Grade.B, null, "组织员", Now);
    }

    public SelfAssessment Assessment { get; }

    public PreliminaryReview Opinion { get; }

    public BallotCount? Members { get; set; } = A.Ballots(19, 20);

    public BallotCount? Masses { get; set; } = A.Ballots(18, 20);

    public SelfAssessmentPaper Self => new(_participant, _standard, Assessment, _scores, _answers, _report, _problems, []);

    public ReviewPaper Reviewed => new(
        Self, Opinion, _reviewScores, _confirmed,
        Members is null ? null : new DemocraticEvaluation(0, Panel.Members, Members), Masses is null ? null : new DemocraticEvaluation(0, Panel.Masses, Masses), RoundRules.Default);

    public void Fill(StandardItem item, ItemAnswer answer, string note = "") => Row(_scores, Scorer.Branch, item).Fill(item, answer, false, note, "书记", Now);

    public void Review(StandardItem item, ItemAnswer answer, string reason, bool vetoed = false) =>
        Row(_reviewScores, Scorer.Committee, item).Fill(item, answer, vetoed, reason, "组织员", Now);

    public void Answer(Question question, AnswerLevel? level, string explanation) => Row(_answers, Scorer.Branch, question).Fill(level, explanation, "书记", Now);

    public void Confirm(Question question, AnswerLevel? level) => Row(_confirmed, Scorer.Committee, question).Fill(level, "", "组织员", Now);

    public void Write(ReportSection section, string text)
    {
        if (_report.Find(known => known.Section == section) is not { } row)
            _report.Add(row = new ReportText(0, section));
        row.Fill(text, "书记", Now);
    }

    public void AddProblem(string description, string measure, string person, DateOnly? due, Grade? target)
    {
        var problem = new AssessmentProblem(0, _problems.Count + 1);
        typeof(AssessmentProblem).GetProperty(nameof(AssessmentProblem.Id))!.SetValue(problem, _problems.Count + 1);
        problem.Fill(description, measure, person, due, target, "书记", Now);
        _problems.Add(problem);
    }

    public void RemoveProblems() => _problems.Clear();

    private static ItemScore Row(List<ItemScore> rows, Scorer scorer, StandardItem item)
    {
        if (rows.Find(row => row.ItemId == item.Id) is { } known)
            return known;
        rows.Add(new ItemScore(0, scorer, item.Id));
        return rows[^1];
    }

    private static InvestigationAnswer Row(List<InvestigationAnswer> rows, Scorer scorer, Question question)
    {
        if (rows.Find(row => row.Question == question) is { } known)
            return known;
        rows.Add(new InvestigationAnswer(0, scorer, question));
        return rows[^1];
    }
}
