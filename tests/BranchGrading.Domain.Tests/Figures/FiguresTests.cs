using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using Xunit;

namespace BranchGrading.Domain.Tests.Figures;

public sealed class FiguresTests
{
    [Fact]
    public void A_share_is_rounded_to_two_places_half_away_from_zero()
    {
        Assert.Equal(66.67m, Share.Percent(2, 3));
        Assert.Equal(33.33m, Share.Percent(1, 3));
        Assert.Equal(0.13m, Share.Percent(1, 800)); // 0.125
        Assert.Equal(100m, Share.Percent(7, 7));
        Assert.Equal(0m, Share.Percent(0, 7));
    }

    [Fact]
    public void Of_nothing_there_is_no_share()
    {
        Assert.Null(Share.Percent(0, 0));
        Assert.Null(GradeCounts.Of([]).GoodShare);
        Assert.Null(GradeCounts.Of([null, null]).GoodShare);
        Assert.Equal((2, 0, 2), (GradeCounts.Of([null, null]).Total, GradeCounts.Of([null, null]).Graded, GradeCounts.Of([null, null]).None));
    }

    [Fact]
    public void Branches_without_a_grade_are_counted_beside_the_shares()
    {
        var counts = GradeCounts.Of([Grade.A, Grade.B, Grade.B, Grade.C, Grade.D, null]);
        Assert.Equal(new GradeCounts(1, 2, 1, 1, 1), counts);
        Assert.Equal((6, 5, 60m, 20m), (counts.Total, counts.Graded, counts.GoodShare, counts.ShareOf(Grade.A)));
    }

    [Fact]
    public void A_score_on_a_bound_belongs_to_the_section_above_it()
    {
        var bins = ScoreHistogram.Of([89.99m, 89.994m, 89.995m, 90m, 95m]);
        Assert.Equal(new ScoreBin(89, 90, 2), bins[0]);
        Assert.Equal(new ScoreBin(90, 91, 2), bins[1]); // 89.995 is 90.00
        Assert.Equal(new ScoreBin(99, 100, 0), bins[^1]);
        Assert.Equal(11, bins.Count);
        Assert.Equal(5, bins.Sum(bin => bin.Count));
    }

    [Fact]
    public void A_hundred_belongs_to_the_last_section() => Assert.Equal([new ScoreBin(99, 100, 2)], ScoreHistogram.Of([100m, 99m]));

    [Fact]
    public void Only_hundreds_make_one_section() => Assert.Equal([new ScoreBin(99, 100, 1)], ScoreHistogram.Of([100m]));

    [Theory]
    [InlineData(60.99, 2, 60)]
    [InlineData(61, 1, 61)]
    [InlineData(60, 2, 60)]
    [InlineData(59.99, 2, 58)]
    [InlineData(0, 2, 0)]
    public void Scores_that_spread_over_forty_points_are_counted_by_twos(double lowest, int width, int first)
    {
        var bins = ScoreHistogram.Of([(decimal)lowest, 95m]);
        Assert.Equal(width, bins[0].To - bins[0].From);
        Assert.Equal(first, bins[0].From);
        Assert.Equal(100, bins[^1].To);
        Assert.Equal(2, bins.Sum(bin => bin.Count));
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void Without_scores_there_is_no_section() => Assert.Empty(ScoreHistogram.Of([]));

    [Theory]
    [InlineData(Grade.B, Grade.A, Direction.Risen)]
    [InlineData(Grade.D, Grade.C, Direction.Risen)]
    [InlineData(Grade.A, Grade.A, Direction.Same)]
    [InlineData(Grade.A, Grade.B, Direction.Fallen)]
    [InlineData(null, Grade.D, Direction.New)]
    [InlineData(Grade.D, null, Direction.Gone)]
    public void A_branch_rises_stays_falls_comes_or_goes(Grade? from, Grade? to, Direction direction) => Assert.Equal(direction, Movement.Of(from, to));

    [Fact]
    public void A_branch_graded_in_neither_year_moves_nowhere()
    {
        Assert.Null(Movement.Of(null, null));
        Assert.Empty(Movement.Flows([(null, null)]));
        Assert.Empty(Movement.Flows([]));
    }

    [Fact]
    public void Flows_are_counted_from_the_best_grade_down_and_no_grade_comes_last() => Assert.Equal(
        [new(Grade.A, Grade.A, 1), new(Grade.B, Grade.A, 2), new(Grade.B, null, 1), new(null, Grade.C, 1)],
        Movement.Flows([(null, Grade.C), (Grade.B, null), (Grade.B, Grade.A), (Grade.A, Grade.A), (Grade.B, Grade.A)]));

    [Fact]
    public void The_promotion_rate_counts_branches_graded_in_both_years()
    {
        var rate = PromotionRate.Of([(Grade.B, Grade.A), (Grade.A, Grade.A), (Grade.A, Grade.B), (Grade.C, Grade.C), (null, Grade.A), (Grade.A, null), (null, null)]);
        Assert.Equal(new PromotionRate(Risen: 1, Same: 2, Fallen: 1, New: 1, Gone: 1, AlreadyBest: 2), rate);
        Assert.Equal((4, 25m, 2, 50m), (rate.InBoth, rate.Rate, rate.CouldRise, rate.RateOfThoseThatCould));
    }

    [Fact]
    public void Where_nobody_was_graded_in_both_years_there_is_no_rate()
    {
        var none = PromotionRate.Of([(null, Grade.A), (Grade.B, null)]);
        Assert.Null(none.Rate);
        Assert.Null(none.RateOfThoseThatCould);
        Assert.Null(PromotionRate.Of([]).Rate);
    }

    [Fact]
    public void Where_all_were_A_nobody_could_rise()
    {
        var rate = PromotionRate.Of([(Grade.A, Grade.A), (Grade.A, Grade.C)]);
        Assert.Equal(0m, rate.Rate);
        Assert.Null(rate.RateOfThoseThatCould);
    }

    [Fact]
    public void A_gap_of_ten_is_high_and_half_a_cent_less_is_not()
    {
        Assert.Equal(10m, SelfGap.Of(95.005m, 85.01m)); // 95.01 − 85.01
        Assert.Equal([1, 1, 1, 1, 1], SelfGap.Sections([10m, 9.99m, 4.99m, 0m, -0.01m]).Select(section => section.Count));
        Assert.Equal([0, 1, 0, 0, 0], SelfGap.Sections([5m]).Select(section => section.Count));
        Assert.Equal(0, SelfGap.Sections([]).Sum(section => section.Count));
    }
}
