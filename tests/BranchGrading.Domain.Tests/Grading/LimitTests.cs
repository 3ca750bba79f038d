using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class LimitTests
{
    [Fact]
    public void A_veto_makes_a_D_of_any_score_and_says_who_marked_it()
    {
        var outcome = A.Outcome(A.Candidate(score: 99m) with { Vetoed = true, VetoBy = "学校考评" });
        Assert.Equal(Grade.D, outcome.Grade);
        Assert.Equal("一票否决：学校考评认定，评为D", outcome.Remark);
    }

    [Fact]
    public void A_veto_leaves_its_line_even_where_the_score_is_a_D_already()
    {
        var outcome = A.Outcome(A.Candidate(score: 50m) with { Vetoed = true, VetoBy = "初评" });
        Assert.Equal("一票否决：初评认定，评为D", outcome.Remark);
    }

    [Fact]
    public void Below_the_least_mass_satisfaction_a_branch_is_a_C_at_most()
    {
        var outcome = A.Outcome(A.Candidate() with { MassBallots = A.Ballots(26, 30) }, new RoundRules { LeastMassSatisfaction = 90 });
        Assert.Equal(Grade.C, outcome.Grade);
        Assert.Equal("群众满意率：86.67%，低于 90%，最高评为C", outcome.Remark);
    }

    [Fact]
    public void The_least_mass_satisfaction_itself_is_enough()
    {
        var outcome = A.Outcome(A.Candidate() with { MassBallots = A.Ballots(27, 30) }, new RoundRules { LeastMassSatisfaction = 90 });
        Assert.Equal((Grade.A, ""), (outcome.Grade, outcome.Remark));
    }

    [Fact]
    public void A_limit_that_changes_nothing_leaves_no_line()
    {
        var outcome = A.Outcome(
            A.Candidate(score: 70m) with { MassBallots = A.Ballots(10, 30), PreviousGrade = Grade.D },
            new RoundRules { LeastMassSatisfaction = 90 });
        Assert.Equal((Grade.C, ""), (outcome.Grade, outcome.Remark));
    }

    [Fact]
    public void Nothing_is_asked_of_the_masses_by_default() =>
        Assert.Equal(Grade.A, A.Outcome(A.Candidate() with { MassBallots = A.Ballots(0, 30) }).Grade);

    [Theory]
    [InlineData(Grade.D, Grade.C)]
    [InlineData(Grade.C, Grade.B)]
    [InlineData(Grade.B, Grade.A)]
    [InlineData(Grade.A, Grade.A)]
    public void A_branch_rises_one_level_at_most(Grade previous, Grade expected)
    {
        var outcome = A.Outcome(A.Candidate() with { PreviousGrade = previous, PreviousYear = 2011 });
        Assert.Equal(expected, outcome.Grade);
        Assert.Equal(expected == Grade.A ? "" : $"不越级：上年度（2011年）{previous}，最高评为{expected}", outcome.Remark);
    }

    [Fact]
    public void Falling_is_never_limited() =>
        Assert.Equal(Grade.D, A.Outcome(A.Candidate(score: 30m) with { PreviousGrade = Grade.A }).Grade);

    [Fact]
    public void A_branch_without_a_previous_grade_may_reach_A() => Assert.Equal(Grade.A, A.Outcome(A.Candidate()).Grade);

    [Fact]
    public void The_round_may_let_branches_skip_levels()
    {
        var outcome = A.Outcome(A.Candidate() with { PreviousGrade = Grade.D }, new RoundRules { NoLevelSkipping = false });
        Assert.Equal((Grade.A, ""), (outcome.Grade, outcome.Remark));
    }

    [Fact]
    public void An_approved_exception_lifts_the_limit_and_is_named()
    {
        var outcome = A.Outcome(A.Candidate() with { PreviousGrade = Grade.D, Approval = A.Approval() });
        Assert.Equal((Grade.A, "特批：党字〔2012〕5号"), (outcome.Grade, outcome.Remark));
    }

    [Fact]
    public void An_exception_that_lifted_nothing_is_not_named()
    {
        Assert.Equal("", A.Outcome(A.Candidate() with { PreviousGrade = Grade.B, Approval = A.Approval() }).Remark);
        Assert.Equal("", A.Outcome(A.Candidate() with { PreviousGrade = null, Approval = A.Approval() }).Remark);
    }

    [Fact]
    public void A_veto_comes_before_the_other_limits_so_that_only_it_is_named()
    {
        var outcome = A.Outcome(
            A.Candidate() with { Vetoed = true, VetoBy = "初评", PreviousGrade = Grade.D, MassBallots = A.Ballots(1, 30) },
            new RoundRules { LeastMassSatisfaction = 90 });
        Assert.Equal([Limit.Veto], outcome.Lines.Select(line => line.Limit));
    }

    [Fact]
    public void Two_limits_that_each_lower_the_grade_are_both_named()
    {
        var outcome = A.Graded(
            [.. A.Candidates(4, 99m, from: 1), A.Candidate(9, 91m) with { PreviousGrade = Grade.C }, .. A.Candidates(1, 50m, from: 20)],
            new RoundRules { LeastMassSatisfaction = 50 });
        Assert.Equal("不越级：上年度C，最高评为B", outcome.Find(9)!.Remark);
        var both = A.Outcome(
            A.Candidate() with { MassBallots = A.Ballots(1, 30), PreviousGrade = Grade.D },
            new RoundRules { LeastMassSatisfaction = 90 });
        Assert.Equal((Grade.C, "群众满意率：3.33%，低于 90%，最高评为C"), (both.Grade, both.Remark));
    }

    [Fact]
    public void Each_kind_of_line_begins_with_its_word() =>
        Assert.Equal(["一票否决", "群众满意率", "不越级", "特批", "A级名额", "并列待定", "材料不全"],
            Enum.GetValues<Limit>().Select(limit => limit.Word()));
}
