using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Rounds;

public class RoundRulesTests
{
    [Fact]
    public void The_defaults_can_stand() => Assert.Empty(RoundRules.Default.WhyNot());

    [Fact]
    public void The_outermost_values_can_stand()
    {
        Assert.Empty(new RoundRules { SelfWeight = 0, CapShare = 0, PublicityDays = 0, BoundA = 100, LeastMassSatisfaction = 100 }.WhyNot());
        Assert.Empty(new RoundRules { SelfWeight = 1, CapShare = 1, PublicityDays = 60, BoundC = 0.01m, LeastMassSatisfaction = 0.01m }.WhyNot());
    }

    public static TheoryData<string, RoundRules> Wrong => new()
    {
        { nameof(RoundRules.SelfWeight), new RoundRules { SelfWeight = -0.01m } },
        { nameof(RoundRules.SelfWeight), new RoundRules { SelfWeight = 1.01m } },
        { nameof(RoundRules.SelfWeight), new RoundRules { SelfWeight = 0.33333m } },
        { nameof(RoundRules.BoundA), new RoundRules { BoundA = 100.01m } },
        { nameof(RoundRules.BoundA), new RoundRules { BoundA = 90.001m } },
        { nameof(RoundRules.BoundB), new RoundRules { BoundB = 90m } },
        { nameof(RoundRules.BoundC), new RoundRules { BoundC = 80m } },
        { nameof(RoundRules.BoundC), new RoundRules { BoundC = 0m } },
        { nameof(RoundRules.LeastMassSatisfaction), new RoundRules { LeastMassSatisfaction = 0m } },
        { nameof(RoundRules.LeastMassSatisfaction), new RoundRules { LeastMassSatisfaction = 100.01m } },
        { nameof(RoundRules.CapShare), new RoundRules { CapShare = 1.01m } },
        { nameof(RoundRules.CapShare), new RoundRules { CapShare = -0.01m } },
        { nameof(RoundRules.CapScope), new RoundRules { CapScope = (CapScope)9 } },
        { nameof(RoundRules.PublicityDays), new RoundRules { PublicityDays = -1 } },
        { nameof(RoundRules.PublicityDays), new RoundRules { PublicityDays = 61 } },
        { nameof(RoundRules.PerformanceBarYear), new RoundRules { PerformanceBarYear = 12 } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_value_out_of_its_bounds_is_named_by_its_property(string property, RoundRules rules)
    {
        var problem = Assert.Single(rules.WhyNot());
        Assert.Equal(property, problem.Property);
        Assert.Equal(problem.Text, Assert.Throws<RuleViolationException>(rules.Validate).Message);
    }

    [Fact]
    public void Only_the_no_skip_rule_and_the_cap_come_from_the_document() =>
        Assert.Equal(["不越级晋升", "A 级比例上限"], RoundRule.All.Where(rule => rule.IsFromDocument).Select(rule => rule.Name));

    [Fact]
    public void A_rule_of_the_document_needs_confirmation_once_its_value_is_another()
    {
        var cap = RoundRule.All.Single(rule => rule.Key == nameof(RoundRules.CapShare));
        Assert.False(cap.NeedsConfirmation(RoundRules.Default));
        Assert.True(cap.NeedsConfirmation(new RoundRules { CapShare = 0.25m }));
        Assert.All(RoundRule.All.Where(rule => !rule.IsFromDocument), rule => Assert.True(rule.NeedsConfirmation(RoundRules.Default)));
    }

    [Fact]
    public void Every_rule_shows_its_default() =>
        Assert.Equal(
            ["30%", "不计入", "90 / 80 / 60", "不设", "执行", "20%", "全校", "5 个工作日", "定级当年"],
            RoundRule.All.Select(rule => rule.Show(RoundRules.Default)));

    [Fact]
    public void Differences_name_the_rule_with_both_values()
    {
        var changed = new RoundRules { CapShare = 0.255m, BoundC = 55.5m, CapScope = CapScope.Committee, PerformanceBarYear = 2013 };
        Assert.Equal(
        [
            ("A、B、C 级分数线", "90 / 80 / 60", "90 / 80 / 55.5"),
            ("A 级比例上限", "20%", "25.5%"),
            ("A 级名额的范围", "全校", "按二级党组织"),
            ("D 级不得享受绩效奖励的年度", "定级当年", "2013 年"),
        ], RoundRules.Differences(RoundRules.Default, changed).Select(difference => (difference.Name, difference.Old, difference.New)));
    }

    [Fact]
    public void Every_setting_of_the_rules_is_in_the_catalogue()
    {
        var settings = typeof(RoundRules).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        var listed = RoundRule.All.Select(rule => rule.Key).Concat([nameof(RoundRules.BoundA), nameof(RoundRules.BoundB), nameof(RoundRules.BoundC)]);
        Assert.Empty(settings.Except(listed));
    }

    [Fact]
    public void Equal_rules_have_no_differences() => Assert.Empty(RoundRules.Differences(RoundRules.Default, new RoundRules()));
}
