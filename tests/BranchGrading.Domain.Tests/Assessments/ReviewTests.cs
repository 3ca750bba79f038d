using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Assessments;

public class ReviewTests
{
    private static readonly DateTime Later = Paper.Now.AddHours(1);
    private readonly Paper _paper = new();

    private void HandIn() => _paper.Assessment.Submit(_paper.Self, false, "书记", Paper.Now);

    [Fact]
    public void The_superior_score_holds_the_vote_as_the_ballots_fill_it()
    {
        // 48 + 8 × 95 % = 55.60 of 60
        Assert.Equal(95m, _paper.Reviewed.SatisfactionOf(Panel.Members));
        Assert.Equal((55.60m, 60m, 92.67m), (_paper.Reviewed.Sum.Points, _paper.Reviewed.Sum.FullMarks, _paper.Reviewed.Sum.Score!.Value));
    }

    [Fact]
    public void A_complete_one_is_completed_with_its_total()
    {
        HandIn();
        Assert.Empty(_paper.Reviewed.Missing());
        Assert.Null(_paper.Opinion.Score);
        _paper.Opinion.Complete(_paper.Reviewed, "组织员", Later);
        Assert.Equal((92.67m, false), (_paper.Opinion.Score, _paper.Opinion.VetoApplies));
        Assert.Throws<RuleViolationException>(() => _paper.Opinion.WriteOpinion("改", Grade.A, null, "组织员", Later));
        Assert.Throws<RuleViolationException>(() => _paper.Opinion.Import(90, false, null, null, "组织员", Later));
    }

    [Fact]
    public void A_difference_needs_a_reason()
    {
        HandIn();
        _paper.Review(_paper.Judged, new ItemAnswer { Points = 35 }, "");
        Assert.True(_paper.Reviewed.Differs(_paper.Judged));
        Assert.Equal("「学习理论」与自评不同，请写理由", Assert.Single(_paper.Reviewed.Missing()).Text);
        _paper.Review(_paper.Judged, new ItemAnswer { Points = 35 }, "缺一次学习");
        Assert.Empty(_paper.Reviewed.Missing());
    }

    [Fact]
    public void An_answer_that_is_corrected_needs_an_explanation()
    {
        _paper.Answer(Question.Plans, AnswerLevel.No, "没有年度计划");
        HandIn();
        Assert.Equal("「发展思路是否清晰」与支部的回答不同，请写说明", Assert.Single(_paper.Reviewed.Missing()).Text);
    }

    [Fact]
    public void Another_answer_that_earns_the_same_points_is_no_difference()
    {
        _paper.Review(_paper.Rewarded, new ItemAnswer { Times = 2 }, "");
        Assert.False(_paper.Reviewed.Differs(_paper.Rewarded));
    }

    [Fact]
    public void Without_a_submission_ballots_opinion_grade_or_an_answer_it_is_not_complete()
    {
        Assert.Equal("支部还没有提交自我评价", Assert.Single(_paper.Reviewed.Missing()).Text);
        HandIn();
        _paper.Masses = A.Ballots(0, 0);
        _paper.Confirm(Question.Support, null);
        _paper.Opinion.WriteOpinion(" ", null, null, "组织员", Later);
        Assert.Equal(["核实「经费场所保障是否落实」", "群众测评没有有效票", "写初评意见", "拟定等级"], _paper.Reviewed.Missing().Select(missing => missing.Text));
        Assert.Throws<RuleViolationException>(() => _paper.Opinion.Complete(_paper.Reviewed, "组织员", Later));
    }

    [Fact]
    public void A_veto_needs_its_facts_and_applies_once_the_review_is_completed()
    {
        HandIn();
        _paper.Review(_paper.Veto, new ItemAnswer(), "", vetoed: true);
        Assert.Equal("写明「弄虚作假」一票否决的事实", Assert.Single(_paper.Reviewed.Missing()).Text);
        _paper.Review(_paper.Veto, new ItemAnswer(), "会议记录是补的", vetoed: true);
        Assert.False(_paper.Opinion.VetoApplies);
        _paper.Opinion.Complete(_paper.Reviewed, "组织员", Later);
        Assert.True(_paper.Opinion.VetoApplies);
    }

    [Fact]
    public void The_first_completion_tells_how_it_differs_from_the_branch_a_later_one_from_the_one_before()
    {
        HandIn();
        _paper.Review(_paper.Judged, new ItemAnswer { Points = 35 }, "缺一次学习");
        _paper.Opinion.Complete(_paper.Reviewed, "组织员", Later);
        var first = _paper.Opinion.Completions[0];
        Assert.Contains(first.Changes, change => (change.Label, change.Old, change.New) == ("学习理论", "38 分", "35 分；缺一次学习"));
        Assert.Contains(first.Changes, change => (change.Label, change.New) == ("初评等级", "B"));
        Assert.DoesNotContain(first.Changes, change => change.Label == "三会一课");

        _paper.Opinion.Reopen();
        Assert.Null(_paper.Opinion.Score);
        _paper.Opinion.WriteOpinion("同意", Grade.C, null, "组织员", Later);
        _paper.Opinion.Complete(_paper.Reviewed, "组织员", Later);
        var change = Assert.Single(_paper.Opinion.Completions[1].Changes);
        Assert.Equal(("初评等级", "B", "C"), (change.Label, change.Old, change.New));
    }

    [Fact]
    public void A_direct_branch_confirms_no_answers_of_its_own()
    {
        var paper = new Paper(CommitteeKind.DirectBranch);
        foreach (var question in Enum.GetValues<Question>())
            paper.Confirm(question, null);
        Assert.Empty(paper.Reviewed.MissingFindings());
    }

    [Fact]
    public void What_came_from_paper_has_no_completion_to_take_back()
    {
        var paper = new PreliminaryReview(0);
        paper.Import(null, true, null, null, "组织员", Paper.Now);
        Assert.Equal((null, true, true), (paper.Score, paper.VetoApplies, paper.IsFromPaper));
        Assert.Throws<RuleViolationException>(paper.Reopen);
    }

    [Fact]
    public void Reference_figures_are_percentages_with_two_places()
    {
        _paper.Opinion.WriteFindings([InvestigationMethod.Records, InvestigationMethod.Visit, InvestigationMethod.Visit], true, 95.125m, null, "组织员", Later);
        Assert.Equal([InvestigationMethod.Visit, InvestigationMethod.Records], _paper.Opinion.Methods);
        Assert.Equal(95.13m, _paper.Opinion.OrganisationSatisfaction);
        Assert.Throws<RuleViolationException>(() => _paper.Opinion.WriteFindings([], null, 100.01m, null, "组织员", Later));
    }
}
