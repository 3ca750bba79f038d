using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Assessments;

public class SelfAssessmentTests
{
    private static readonly DateTime Later = Paper.Now.AddHours(1);
    private readonly Paper _paper = new();

    [Fact]
    public void The_self_score_counts_what_the_branch_scores_and_leaves_the_vote_out()
    {
        // 38 + 4.5 + (4 − 0.5) + min(2, 3) = 48 of 52
        Assert.Equal((48m, 52m, 92.31m), (_paper.Self.Sum.Points, _paper.Self.Sum.FullMarks, _paper.Self.Sum.Score!.Value));
        Assert.Equal(Grade.A, _paper.Self.ExpectedGrade(RoundRules.Default));
    }

    [Fact]
    public void An_item_not_answered_counts_as_nothing_in_the_expected_grade()
    {
        _paper.Fill(_paper.Judged, new ItemAnswer());
        Assert.Equal((19.23m, Grade.D), (_paper.Self.Sum.Score!.Value, _paper.Self.ExpectedGrade(RoundRules.Default)));
    }

    [Fact]
    public void A_complete_one_lacks_nothing_and_is_handed_in_with_its_total()
    {
        Assert.Empty(_paper.Self.Missing());
        Assert.Null(_paper.Assessment.Score);
        var submission = _paper.Assessment.Submit(_paper.Self, onBehalf: false, "书记", Later);
        Assert.Equal((1, 92.31m, 92.31m), (submission.Number, submission.Total, _paper.Assessment.Score));
        Assert.Empty(submission.Changes);
    }

    public static TheoryData<string> Gaps => ["basics", "question", "explanation", "item", "report", "no problems", "problem"];

    [Theory]
    [MemberData(nameof(Gaps))]
    public void Something_missing_is_named_and_keeps_it_from_being_handed_in(string gap)
    {
        var paper = gap == "basics" ? _paper.Self with { Assessment = new SelfAssessment(0, "书记", Paper.Now) } : _paper.Self;
        switch (gap)
        {
            case "question": _paper.Answer(Question.Plans, null, ""); break;
            case "explanation": _paper.Answer(Question.Plans, AnswerLevel.Basically, ""); break;
            case "item": _paper.Fill(_paper.Chosen, new ItemAnswer()); break;
            case "report": _paper.Write(ReportSection.Direction, "  "); break;
            case "no problems": _paper.RemoveProblems(); break;
            case "problem": _paper.AddProblem("有问题", "", "张三", null, null); break;
        }

        var missing = Assert.Single(paper.Missing());
        Assert.Contains(missing.Text, Assert.Throws<RuleViolationException>(() => paper.Assessment!.Submit(paper, false, "书记", Later)).Message);
        if (gap == "item")
            Assert.Equal(_paper.Chosen.Id, missing.ItemId);
        if (gap == "problem")
            Assert.Equal("第 2 条问题缺整改措施、完成时限、目标等级", missing.Text);
    }

    [Fact]
    public void Handed_in_it_is_closed_given_back_it_opens_and_tells_what_changed()
    {
        var assessment = _paper.Assessment;
        assessment.Submit(_paper.Self, false, "书记", Later);
        Assert.NotNull(assessment.WhyNotDraft);
        Assert.Throws<RuleViolationException>(() => assessment.Submit(_paper.Self, false, "书记", Later));
        Assert.Throws<RuleViolationException>(() => assessment.Return(" ", [], "组织员", Later));

        assessment.Return(null, [new ReturnedPart(AssessmentPart.Items, _paper.Chosen.Id, "三会一课", "记录对不上")], "组织员", Later);
        Assert.Equal((null, null), (assessment.Score, assessment.WhyNotDraft));
        Assert.Equal((1, Later), (Assert.Single(assessment.Returns).Submission, assessment.ReturnedAt));
        Assert.Throws<RuleViolationException>(() => assessment.Return("再退", [], "组织员", Later));

        _paper.Fill(_paper.Judged, new ItemAnswer { Points = 30 }, "少学了");
        var second = assessment.Submit(_paper.Self, true, "组织员", Later.AddDays(1));
        var change = Assert.Single(second.Changes);
        Assert.Equal(("自评打分", "学习理论", "38 分", "30 分；少学了"), (change.Part, change.Label, change.Old, change.New));
        Assert.Equal((2, true, null), (second.Number, second.OnBehalf, assessment.ReturnedAt));
        Assert.Equal("38 分", assessment.Submissions[0].Snapshot.Lines.Single(line => line.Label == "学习理论").Text);
    }

    [Fact]
    public void What_came_from_paper_is_neither_filled_in_nor_given_back_and_what_was_begun_takes_no_total()
    {
        var paper = SelfAssessment.FromPaper(0, 88.5m, "组织员", Paper.Now);
        Assert.Equal(88.5m, paper.Score);
        Assert.Contains("来自纸质", paper.WhyNotDraft);
        Assert.Throws<RuleViolationException>(() => paper.Return("退", [], "组织员", Later));
        Assert.Throws<RuleViolationException>(() => _paper.Assessment.ImportTotal(90, "组织员", Later));
    }

    [Fact]
    public void A_line_that_is_gone_is_told_at_the_end()
    {
        _paper.Assessment.Submit(_paper.Self, false, "书记", Later);
        _paper.Assessment.Return("改", [], "组织员", Later);
        _paper.RemoveProblems();
        var change = Assert.Single(_paper.Self.Content().Since(_paper.Assessment.Submissions[0].Snapshot));
        Assert.StartsWith("组织生活缺记录", change.Old);
        Assert.Null(change.New);
    }

    [Fact]
    public void An_answer_out_of_bounds_is_refused_and_only_what_the_method_reads_is_kept()
    {
        Assert.Throws<RuleViolationException>(() => _paper.Fill(_paper.Judged, new ItemAnswer { Points = 40.01m }));
        Assert.Throws<RuleViolationException>(() => _paper.Fill(_paper.Chosen, new ItemAnswer { Option = 3 }));
        Assert.Throws<RuleViolationException>(() => _paper.Fill(_paper.Judged, new ItemAnswer { Points = 1 }, new string('字', ItemScore.NoteMaxLength + 1)));
        var score = new ItemScore(0, Scorer.Branch, _paper.Veto.Id);
        score.Fill(_paper.Veto, new ItemAnswer { Points = 3, Times = 2 }, vetoed: true, null, "书记", Paper.Now);
        Assert.Equal((null, null, false), (score.Points, score.Times, score.Vetoed));
    }
}
