using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Domain.Standards;
using BranchGrading.Domain.Tests.Assessments;
using Xunit;

namespace BranchGrading.Domain.Tests.Rectification;

public sealed class PlanSuggestionsTests
{
    [Fact]
    public void The_table_of_problems_comes_along_whole()
    {
        var one = Assert.Single(Of(new Paper(), PlanItemOrigin.SelfAssessment));
        Assert.Equal(("组织生活缺记录", "每月检查", "张三", new DateOnly(2012, 9, 1), Grade.B), (one.Problem, one.Measure, one.ResponsiblePerson, one.DueOn, one.TargetGrade));
    }

    [Fact]
    public void The_lowest_items_are_named_three_at_least_where_that_many_lost_anything()
    {
        var paper = new Paper();
        // 4.5 of 6, 3.5 of 4, 38 of 40, and the votes of 8.
        Assert.Equal(["「三会一课」", "「缺记录」", "「学习理论」"], Of(paper, PlanItemOrigin.LowItem, withReview: false).Select(one => one.Mark));
        paper.Review(paper.Judged, new ItemAnswer { Points = 27.9m }, "记录不全");
        paper.Review(paper.Deducted, new ItemAnswer { Times = 6 }, "");
        var low = Of(paper, PlanItemOrigin.LowItem);
        Assert.Equal(["「缺记录」", "「学习理论」", "「三会一课」"], low.Select(one => one.Mark));
        Assert.Equal("「学习理论」得 27.9 分，满分 40 分：记录不全", low[1].Problem);
    }

    [Fact]
    public void Exactly_seven_tenths_is_not_low()
    {
        var paper = new Paper { Members = A.Ballots(12, 20) };
        paper.Review(paper.Chosen, new ItemAnswer { Option = 1 }, "");
        paper.Review(paper.Deducted, new ItemAnswer { Times = 4 }, "");
        paper.Review(paper.Rewarded, new ItemAnswer { Times = 0 }, "");
        paper.Review(paper.Judged, new ItemAnswer { Points = 28m }, "");
        Assert.DoesNotContain("「学习理论」", Of(paper, PlanItemOrigin.LowItem).Select(one => one.Mark));
        paper.Review(paper.Judged, new ItemAnswer { Points = 27.99m }, "");
        Assert.Contains("「学习理论」", Of(paper, PlanItemOrigin.LowItem).Select(one => one.Mark));
    }

    [Fact]
    public void Answers_of_no_and_basically_are_named_with_their_explanation()
    {
        var paper = new Paper();
        paper.Answer(Question.Effect, AnswerLevel.No, "党员不亮身份");
        Assert.Equal("「作用发挥是否充分」：否。党员不亮身份", Assert.Single(Of(paper, PlanItemOrigin.Answer, withReview: false)).Problem);
        // The committee answered 是.
        Assert.Empty(Of(paper, PlanItemOrigin.Answer));
        paper.Confirm(Question.Support, AnswerLevel.Basically);
        Assert.Equal("「经费场所保障是否落实」：基本", Assert.Single(Of(paper, PlanItemOrigin.Answer)).Problem);
    }

    [Fact]
    public void The_review_is_told_only_to_those_who_may_read_it()
    {
        Assert.Equal("同意", Assert.Single(Of(new Paper(), PlanItemOrigin.Review)).Problem);
        Assert.Empty(Of(new Paper(), PlanItemOrigin.Review, withReview: false));
        var paper = new Paper();
        paper.Review(paper.Judged, new ItemAnswer { Points = 1 }, "初评压低");
        Assert.DoesNotContain(PlanSuggestions.Of(paper.Reviewed, false, null), one => one.Problem.Contains("初评压低", StringComparison.Ordinal));
    }

    [Fact]
    public void The_target_is_one_step_better_where_nothing_else_is_written()
    {
        Assert.All(PlanSuggestions.Of(new Paper().Reviewed, true, Grade.D).Where(one => one.Origin != PlanItemOrigin.SelfAssessment), one => Assert.Equal(Grade.C, one.TargetGrade));
        Assert.All(PlanSuggestions.Of(new Paper().Reviewed, true, null).Where(one => one.Origin != PlanItemOrigin.SelfAssessment), one => Assert.Null(one.TargetGrade));
    }

    private static List<PlanSuggestion> Of(Paper paper, PlanItemOrigin origin, bool withReview = true) =>
        [.. PlanSuggestions.Of(paper.Reviewed, withReview, Grade.C).Where(one => one.Origin == origin)];
}
