using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Tests.Grading;

public sealed class AnomaliesTests
{
    private static readonly AnomalyInput Plain = new(1, 1, 90m, 88m, 88m, A.Ballots(19, 20), A.Ballots(19, 20), 95m, 95m, Grade.B, Grade.B, Grade.B, Grade.B, 2011);

    [Fact]
    public void Ordinary_figures_are_no_anomaly() => Assert.Empty(Anomalies.Of([Plain]));

    [Theory]
    [InlineData("97.99", false)]
    [InlineData("98.00", true)]
    [InlineData("78.00", false)]
    public void A_self_score_ten_above_the_superiors_stands_out(string self, bool found) =>
        Assert.Equal(found ? [$"自评比上级评分高 10.00 分（{self} 对 88.00）"] : [], Texts(Plain with { SelfScore = decimal.Parse(self) }));

    [Theory]
    [InlineData("95.00", "98.00", true)]
    [InlineData("94.99", "98.00", false)]
    public void A_committee_that_gives_every_branch_95_stands_out_on_each_of_them(string one, string other, bool found)
    {
        var (first, second) = (Plain with { ReviewScore = decimal.Parse(one) }, Plain with { ParticipantId = 2, ReviewScore = decimal.Parse(other) });
        var stranger = Plain with { ParticipantId = 3, CommitteeId = 2 };
        Assert.Equal(found ? [1, 2] : [], Anomalies.Of([first, second, stranger]).Keys.Order());
        if (found)
            Assert.Equal(["本单位 2 个支部的初评都不低于 95 分，最低 95.00"], Texts(first, second));
    }

    [Fact]
    public void A_committee_of_one_branch_or_with_a_branch_not_reviewed_does_not()
    {
        Assert.Empty(Anomalies.Of([Plain with { ReviewScore = 99m }]));
        Assert.Empty(Anomalies.Of([Plain with { ReviewScore = 99m }, Plain with { ParticipantId = 2, ReviewScore = null }]));
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Few_ballots_that_are_all_content_stand_out(int valid, bool found)
    {
        var ballots = new BallotCount(null, valid, valid, valid, valid, 0, 0, 0);
        Assert.Equal(found ? [$"党员测评满意率 100%，但有效票只有 {valid} 张"] : [], Texts(Plain with { Members = ballots, MemberSatisfaction = 100m }));
        Assert.Equal(found ? [$"群众测评满意率 100%，但有效票只有 {valid} 张"] : [], Texts(Plain with { Masses = ballots, MassSatisfaction = 100m }));
        Assert.Empty(Texts(Plain with { Masses = ballots, MassSatisfaction = 99.99m }));
    }

    [Fact]
    public void A_proposed_grade_that_the_rules_do_not_reach_stands_out()
    {
        Assert.Equal(["初评等级 A，按规则计算为 B"], Texts(Plain with { Proposed = Grade.A }));
        Assert.Empty(Texts(Plain with { Proposed = null }));
        Assert.Empty(Texts(Plain with { Proposed = Grade.A, Computed = null }));
    }

    [Theory]
    [InlineData(Grade.A, Grade.C, 2)]
    [InlineData(Grade.A, Grade.D, 3)]
    [InlineData(Grade.B, Grade.D, 2)]
    [InlineData(Grade.A, Grade.B, 0)]
    [InlineData(Grade.D, Grade.A, 0)]
    public void A_fall_of_two_levels_stands_out(Grade previous, Grade now, int levels) => Assert.Equal(
        levels > 0 ? [$"上年度（2011年）{previous}，今年{now}，降了 {levels} 级"] : [],
        Texts(Plain with { Previous = previous, Settled = now }));

    [Fact]
    public void Every_kind_has_a_word() => Assert.Equal(Enum.GetValues<AnomalyKind>().Length, Enum.GetValues<AnomalyKind>().Select(Anomalies.Word).Distinct().Count());

    private static IEnumerable<string> Texts(params AnomalyInput[] branches) => Anomalies.Of(branches).GetValueOrDefault(1, []).Select(anomaly => anomaly.Text);
}
