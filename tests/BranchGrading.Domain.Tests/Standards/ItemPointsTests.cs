using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Domain.Tests.Standards;

public class ItemPointsTests
{
    private static readonly StandardItem Judged = StandardItem.ByPoints("书记能力与威信", "", "", 3);

    private static readonly StandardItem Chosen = StandardItem.ByOptions("三会一课", "", "",
        new ItemOption("按期", 5), new ItemOption("一般", 3.5m), new ItemOption("缺开", 0));

    private static readonly StandardItem Deducted = StandardItem.ByDeduction("组织生活记录", "", "", 3, 0.5m);

    private static readonly StandardItem Bonus = StandardItem.ByBonus("宣传报道", "", "", 2, 0.5m);

    private static readonly StandardItem Vote = StandardItem.ByVote("群众测评", "", 7, Panel.Masses);

    [Theory]
    [InlineData("0")]
    [InlineData("2.5")]
    [InlineData("3")]
    public void Points_are_those_given_from_0_to_the_most(string points) =>
        Assert.Equal(decimal.Parse(points), ItemPoints.Of(Judged, new ItemAnswer { Points = decimal.Parse(points) }));

    [Theory]
    [InlineData("-0.01", "「书记能力与威信」的分数应在 0 到 3 之间")]
    [InlineData("3.01", "「书记能力与威信」的分数应在 0 到 3 之间")]
    [InlineData("2.005", "「书记能力与威信」的分数最多两位小数")]
    public void Points_out_of_bounds_are_refused(string points, string why)
    {
        var answer = new ItemAnswer { Points = decimal.Parse(points) };
        Assert.Equal(why, ItemPoints.WhyNot(Judged, answer));
        Assert.Equal(why, Assert.Throws<RuleViolationException>(() => ItemPoints.Of(Judged, answer)).Message);
    }

    [Fact]
    public void A_choice_gives_its_points_and_half_points_exist()
    {
        Assert.Equal(5m, ItemPoints.Of(Chosen, new ItemAnswer { Option = 1 }));
        Assert.Equal(3.5m, ItemPoints.Of(Chosen, new ItemAnswer { Option = 2 }));
        Assert.Equal(0m, ItemPoints.Of(Chosen, new ItemAnswer { Option = 3 }));
        Assert.Equal("「三会一课」没有这个选项", ItemPoints.WhyNot(Chosen, new ItemAnswer { Option = 4 }));
    }

    [Theory]
    [InlineData(0, "3")]
    [InlineData(1, "2.5")]
    [InlineData(6, "0")]
    [InlineData(7, "0")]
    public void Deductions_stop_at_0(int times, string points) =>
        Assert.Equal(decimal.Parse(points), ItemPoints.Of(Deducted, new ItemAnswer { Times = times }));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(3, "1.5")]
    [InlineData(4, "2")]
    [InlineData(5, "2")]
    [InlineData(1000, "2")]
    public void Bonuses_stop_at_the_cap(int times, string points) =>
        Assert.Equal(decimal.Parse(points), ItemPoints.Of(Bonus, new ItemAnswer { Times = times }));

    [Fact]
    public void A_negative_number_of_times_is_refused()
    {
        Assert.Equal("「组织生活记录」的次数不能是负数", ItemPoints.WhyNot(Deducted, new ItemAnswer { Times = -1 }));
        Assert.Equal("「宣传报道」的次数不能是负数", ItemPoints.WhyNot(Bonus, new ItemAnswer { Times = -1 }));
    }

    [Fact]
    public void More_than_1000_times_is_a_slip_of_the_hand() =>
        Assert.Equal("「组织生活记录」的次数最多 1000", ItemPoints.WhyNot(Deducted, new ItemAnswer { Times = 1001 }));

    [Fact]
    public void A_deduction_that_does_not_fit_into_the_most_still_stops_at_0() =>
        Assert.Equal(0m, ItemPoints.Of(StandardItem.ByDeduction("信访与投诉", "", "", 3, 2), new ItemAnswer { Times = 2 }));

    [Fact]
    public void A_bonus_that_does_not_fit_into_the_cap_stops_at_it() =>
        Assert.Equal(2m, ItemPoints.Of(StandardItem.ByBonus("表彰", "", "", 2, 1.5m), new ItemAnswer { Times = 2 }));

    [Theory]
    [InlineData("-0.01")]
    [InlineData("100.01")]
    public void A_satisfaction_beyond_0_and_100_is_refused(string satisfaction) =>
        Assert.Equal("「群众测评」的满意率应在 0 到 100 之间", ItemPoints.WhyNot(Vote, new ItemAnswer { Satisfaction = decimal.Parse(satisfaction) }));

    [Theory]
    [InlineData("100", "7")]
    [InlineData("93.333", "6.53")]
    [InlineData("92.4999", "6.48")]
    [InlineData("0.07", "0")]
    [InlineData("0.08", "0.01")]
    [InlineData("0", "0")]
    [InlineData("96.67", "6.77")]
    [InlineData("92.5", "6.48")]
    public void A_vote_gives_its_share_of_the_most_rounded_half_up(string satisfaction, string points) =>
        Assert.Equal(decimal.Parse(points), ItemPoints.Of(Vote, new ItemAnswer { Satisfaction = decimal.Parse(satisfaction) }));

    [Fact]
    public void A_veto_has_no_points() => Assert.Null(ItemPoints.Of(StandardItem.ByVeto("弄虚作假", ""), new ItemAnswer { Points = 3 }));

    [Fact]
    public void An_unanswered_item_has_no_points_and_is_not_refused() =>
        Assert.All([Judged, Chosen, Deducted, Bonus, Vote], item => Assert.Null(ItemPoints.Of(item, new ItemAnswer())));
}
