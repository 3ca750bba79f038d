using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Xunit;

namespace BranchGrading.Domain.Tests.Rounds;

public sealed class ConsequenceTests
{
    [Theory]
    [InlineData("2012-12-31", false)]
    [InlineData("2013-01-01", true)]
    [InlineData("2013-12-31", true)]
    [InlineData("2014-01-01", false)]
    public void A_secretary_is_barred_from_promotion_from_the_first_to_the_last_day_of_the_following_year(string day, bool isBarred) =>
        Assert.Equal(isBarred, Consequence.NoPromotion("张三", 2012).IsInForce(DateOnly.Parse(day)));

    [Fact]
    public void Rewards_are_barred_in_the_round_s_year_or_in_the_one_that_the_rules_name()
    {
        Assert.Equal(new DateOnly(2012, 1, 1), Consequence.NoPerformanceReward("张三", 2012, RoundRules.Default).From);
        Assert.Equal(new DateOnly(2013, 12, 31), Consequence.NoPerformanceReward("张三", 2012, new RoundRules { PerformanceBarYear = 2013 }).To);
    }

    [Fact]
    public void Promotion_concerns_the_secretary_alone()
    {
        Assert.Equal([ConsequenceKind.NoPerformanceReward, ConsequenceKind.NoPromotion], Consequence.OfD("张三", Post.Secretary, 2012, RoundRules.Default).Select(bar => bar.Kind));
        Assert.Equal([ConsequenceKind.NoPerformanceReward], Consequence.OfD("李四", Post.DeputySecretary, 2012, RoundRules.Default).Select(bar => bar.Kind));
        Assert.Equal([ConsequenceKind.NoPerformanceReward], Consequence.OfD("王五", Post.CommitteeMember, 2012, RoundRules.Default).Select(bar => bar.Kind));
    }

    [Fact]
    public void Only_A_of_a_final_round_may_be_recommended()
    {
        Assert.Null(Recommendation.WhyNot(RoundStage.Final, Grade.A));
        Assert.Contains("B（较好）", Recommendation.WhyNot(RoundStage.Final, Grade.B), StringComparison.Ordinal);
        Assert.Contains("没有参加", Recommendation.WhyNot(RoundStage.Final, null), StringComparison.Ordinal);
        Assert.Contains("还没有定级", Recommendation.WhyNot(RoundStage.Published, Grade.A), StringComparison.Ordinal);
    }
}
