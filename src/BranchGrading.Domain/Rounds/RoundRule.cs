namespace BranchGrading.Domain.Rounds;

/// <summary>One rule of a round as pages list it: what it is called, whose it is, and how its value reads.</summary>
public sealed class RoundRule
{
    private readonly Func<RoundRules, string> _show;
    private readonly Func<RoundRules, RoundRules, RoundRules> _take;

    private RoundRule(
        string key, string name, string clause, bool isFromDocument, Func<RoundRules, string> show, Func<RoundRules, RoundRules, RoundRules> take)
        => (Key, Name, Clause, IsFromDocument, _show, _take) = (key, name, clause, isFromDocument, show, take);

    /// <summary>Every rule, in the order of §3.</summary>
    public static IReadOnlyList<RoundRule> All { get; } =
    [
        new(nameof(RoundRules.SelfWeight), "自评权重", "§3.2", false,
            rules => Percent(rules.SelfWeight), (to, from) => to with { SelfWeight = from.SelfWeight }),
        new(nameof(RoundRules.FairCounts), "“一般”计入满意", "§3.3", false,
            rules => rules.FairCounts ? "计入" : "不计入", (to, from) => to with { FairCounts = from.FairCounts }),
        new("Bounds", "A、B、C 级分数线", "§3.4", false,
            rules => $"{rules.BoundA:0.##} / {rules.BoundB:0.##} / {rules.BoundC:0.##}",
            (to, from) => to with { BoundA = from.BoundA, BoundB = from.BoundB, BoundC = from.BoundC }),
        new(nameof(RoundRules.LeastMassSatisfaction), "群众满意率最低要求", "§3.5", false,
            rules => rules.LeastMassSatisfaction is { } least ? $"{least:0.##}%" : "不设",
            (to, from) => to with { LeastMassSatisfaction = from.LeastMassSatisfaction }),
        new(nameof(RoundRules.NoLevelSkipping), "不越级晋升", "§3.5", true,
            rules => rules.NoLevelSkipping ? "执行" : "不执行", (to, from) => to with { NoLevelSkipping = from.NoLevelSkipping }),
        new(nameof(RoundRules.CapShare), "A 级比例上限", "§3.5", true,
            rules => Percent(rules.CapShare), (to, from) => to with { CapShare = from.CapShare }),
        new(nameof(RoundRules.CapScope), "A 级名额的范围", "§3.6", false,
            rules => rules.CapScope.Word(), (to, from) => to with { CapScope = from.CapScope }),
        new(nameof(RoundRules.PublicityDays), "公示天数", "§2", false,
            rules => $"{rules.PublicityDays} 个工作日", (to, from) => to with { PublicityDays = from.PublicityDays }),
        new(nameof(RoundRules.PerformanceBarYear), "D 级不得享受绩效奖励的年度", "§3.9", false,
            rules => rules.PerformanceBarYear is { } year ? $"{year} 年" : "定级当年",
            (to, from) => to with { PerformanceBarYear = from.PerformanceBarYear }),
    ];

    /// <summary>The name by which forms and tests know the rule: its property, or Bounds for the three together.</summary>
    public string Key { get; }

    /// <summary>The rule's Chinese name.</summary>
    public string Name { get; }

    /// <summary>The clause of docs/grading-rules.md that states it.</summary>
    public string Clause { get; }

    /// <summary>Whether the issuing document itself states the rule; all others are the school's own.</summary>
    public bool IsFromDocument { get; }

    /// <summary>文件规定 or 学校自定.</summary>
    public string Origin => IsFromDocument ? "文件规定" : "学校自定";

    /// <summary>The value of this rule in words and numbers, e.g. 30% or 90 / 80 / 60.</summary>
    public string Show(RoundRules rules) => _show(rules);

    /// <summary>Rules with this one as others have it.</summary>
    public RoundRules Take(RoundRules to, RoundRules from) => _take(to, from);

    /// <summary>Whether the department confirms it one by one: the document does not state it, or states another value (§2, step 1).</summary>
    public bool NeedsConfirmation(RoundRules rules) => !IsFromDocument || Show(rules) != Show(RoundRules.Default);

    private static string Percent(decimal share) => $"{share * 100:0.##}%";
}
