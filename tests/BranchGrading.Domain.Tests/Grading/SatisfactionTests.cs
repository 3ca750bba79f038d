using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Tests.Grading;


public class SatisfactionTests
{
    private static readonly BallotCount Ballots = new(null, 30, 30, 30, good: 20, fairlyGood: 6, fair: 3, poor: 1);

    [Fact]
    public void Good_and_fairly_good_are_content() => Assert.Equal(86.67m, Satisfaction.Of(Ballots, fairCounts: false));

    [Fact]
    public void Fair_is_content_where_the_rules_count_it() => Assert.Equal(96.67m, Satisfaction.Of(Ballots, fairCounts: true));

    [Fact]
    public void A_half_is_rounded_up() =>
        // 1 of 800 is 0.125 %.
        Assert.Equal(0.13m, Satisfaction.Of(new BallotCount(null, 800, 800, 800, 1, 0, 0, 799), fairCounts: false));

    [Fact]
    public void Without_a_valid_ballot_there_is_no_figure() =>
        Assert.Null(Satisfaction.Of(new BallotCount(10, 10, 8, 0, 0, 0, 0, 0), fairCounts: false));

    [Fact]
    public void Without_a_vote_there_is_no_figure() => Assert.Null(Satisfaction.Of(null, fairCounts: true));

    [Fact]
    public void Nobody_content_is_zero_and_not_nothing() =>
        Assert.Equal(0m, Satisfaction.Of(new BallotCount(null, 3, 3, 3, 0, 0, 0, 3), fairCounts: false));
}
