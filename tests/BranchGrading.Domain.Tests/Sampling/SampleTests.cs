using BranchGrading.Domain.Sampling;

namespace BranchGrading.Domain.Tests.Sampling;

public sealed class SampleTests
{
    private static readonly DateTime Now = new(2012, 4, 3, 2, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(10, 2)]
    [InlineData(11, 3)]
    public void A_fifth_rounds_up_and_is_one_at_least(int branches, int drawn) => Assert.Equal(drawn, SampleSize.OfPercent(20).Of(branches));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 3)]
    public void A_number_is_all_branches_at_most(int branches, int drawn) => Assert.Equal(drawn, SampleSize.OfBranches(3).Of(branches));

    [Fact]
    public void A_size_of_nothing_or_more_than_all_is_refused()
    {
        Assert.Throws<RuleViolationException>(() => SampleSize.OfBranches(0));
        Assert.Throws<RuleViolationException>(() => SampleSize.OfBranches(51));
        Assert.Throws<RuleViolationException>(() => SampleSize.OfPercent(0));
        Assert.Throws<RuleViolationException>(() => SampleSize.OfPercent(101));
    }

    [Fact]
    public void Every_committee_gives_its_share_and_nobody_is_drawn_twice()
    {
        var lots = new Random(1);
        var sample = Draw(SampleSize.OfBranches(2), lots.Next);
        Assert.Equal([2, 1], sample.Branches.GroupBy(branch => branch.ParticipantId <= 4).Select(committee => committee.Count()));
        Assert.Equal(3, sample.Branches.Select(branch => branch.ParticipantId).Distinct().Count());
    }

    [Fact]
    public void Every_branch_has_the_same_chance()
    {
        var lots = new Random(7);
        var counts = Enumerable.Range(0, 4000).SelectMany(_ => Draw(SampleSize.OfBranches(2), lots.Next).Branches).CountBy(branch => branch.ParticipantId).ToDictionary();
        Assert.All(Enumerable.Range(1, 4), branch => Assert.InRange(counts[branch], 1880, 2120));
        Assert.Equal(4000, counts[5]);
    }

    [Fact]
    public void Drawing_again_needs_a_reason()
    {
        var first = Draw(SampleSize.OfBranches(1), _ => 0);
        Assert.Equal((1, null), (first.Number, first.Reason));
        Assert.Throws<RuleViolationException>(() => Draw(SampleSize.OfBranches(1), _ => 0, first));
        var second = Draw(SampleSize.OfBranches(1), _ => 0, first, "两个支部正在实习");
        Assert.Equal((2, "两个支部正在实习"), (second.Number, second.Reason));
    }

    [Fact]
    public void Of_nobody_nothing_is_drawn() => Assert.Throws<RuleViolationException>(() => Sample.Draw(1, [], SampleSize.OfBranches(1), null, null, _ => 0, "部长", Now));

    private static Sample Draw(SampleSize size, Func<int, int> lot, Sample? previous = null, string? reason = null) =>
        Sample.Draw(1, [(1, 1), (2, 1), (3, 1), (4, 1), (5, 2)], size, previous, reason, lot, "部长", Now);
}
