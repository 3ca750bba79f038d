using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Rounds;


public class RuleFreedomTests
{
    private static readonly RoundRules Other = new()
    {
        SelfWeight = 0.4m,
        BoundA = 91m,
        BoundB = 81m,
        BoundC = 61m,
        FairCounts = true,
        LeastMassSatisfaction = 90m,
        NoLevelSkipping = false,
        CapShare = 0.25m,
        CapScope = CapScope.Committee,
        PublicityDays = 7,
        PerformanceBarYear = 2013,
    };

    [Fact]
    public void Before_anything_has_come_every_rule_may_change() =>
        Assert.Equal(Other, RuleFreedom.Full.Adoptable(RoundRules.Default, Other));

    [Fact]
    public void After_a_committees_report_only_the_cap_may() =>
        Assert.Equal(RoundRules.Default with { CapShare = 0.25m }, new RuleFreedom(true, true).Adoptable(RoundRules.Default, Other));

    [Fact]
    public void After_a_review_on_line_what_counts_as_content_stays() =>
        Assert.Equal(Other with { FairCounts = false }, new RuleFreedom(false, true).Adoptable(RoundRules.Default, Other));

    [Fact]
    public void Every_rule_can_be_taken_by_itself() =>
        Assert.All(RoundRule.All, rule => Assert.Equal([rule], RoundRules.Differences(RoundRules.Default, rule.Take(RoundRules.Default, Other)).Select(difference => difference.Rule)));
}
