using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Tests.Grading;


public class CompositeScoreTests
{
    [Fact]
    public void Self_and_superior_are_weighed() => Assert.Equal(90.36m, CompositeScore.Of(93.60m, 88.97m, 0.30m));

    [Fact]
    public void Both_scores_are_rounded_before_they_are_weighed() =>
        // 80.01 × 0.5 + 80.00 × 0.5 = 80.005 → 80.01; unrounded, 80.0045 would be 80.00.
        Assert.Equal(80.01m, CompositeScore.Of(80.005m, 80.004m, 0.5m));

    [Fact]
    public void Half_a_hundredth_of_the_sum_is_rounded_up() => Assert.Equal(80.01m, CompositeScore.Of(80.01m, 80.00m, 0.5m));

    [Theory]
    [InlineData(null, 90)]
    [InlineData(90, null)]
    public void Without_one_of_the_scores_there_is_no_composite(int? self, int? superior) =>
        Assert.Null(CompositeScore.Of(self, superior, 0.3m));

    [Fact]
    public void The_schools_score_takes_the_place_of_the_review() => Assert.Equal(83m, CompositeScore.Superior(84m, 83m));

    [Fact]
    public void A_score_of_the_school_does_not_replace_a_missing_review() => Assert.Null(CompositeScore.Superior(null, 83m));
}
