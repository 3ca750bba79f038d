namespace BranchGrading.Domain.Rounds;

/// <summary>年度规则: the settings a round is graded by, with the defaults of §3.</summary>
public sealed record RoundRules
{
    /// <summary>The rules as they are when nobody changes anything.</summary>
    public static RoundRules Default { get; } = new();

    /// <summary>自评权重, a share of one; the superior score weighs the rest (§3.2).</summary>
    public decimal SelfWeight { get; init; } = 0.30m;

    /// <summary>A级分数线, the least composite of band A (§3.4).</summary>
    public decimal BoundA { get; init; } = 90m;

    /// <summary>B级分数线, the least composite of band B (§3.4).</summary>
    public decimal BoundB { get; init; } = 80m;

    /// <summary>C级分数线, the least composite of band C; below it is D (§3.4).</summary>
    public decimal BoundC { get; init; } = 60m;

    /// <summary>“一般”是否计入满意 (§3.3).</summary>
    public bool FairCounts { get; init; }

    /// <summary>群众满意率最低要求 in percent; null sets none (§3.5b).</summary>
    public decimal? LeastMassSatisfaction { get; init; }

    /// <summary>不越级晋升: a branch rises one level at most (§3.5c).</summary>
    public bool NoLevelSkipping { get; init; } = true;

    /// <summary>A级比例上限, a share of one (§3.5d).</summary>
    public decimal CapShare { get; init; } = 0.20m;

    /// <summary>A级名额的范围 (§3.6).</summary>
    public CapScope CapScope { get; init; }

    /// <summary>公示天数 in working days (§2, step 5).</summary>
    public int PublicityDays { get; init; } = 5;

    /// <summary>The year in which a D bars performance rewards; null is the round's own year (§3.9).</summary>
    public int? PerformanceBarYear { get; init; }

    /// <summary>上级评分权重: what the self-score leaves (§3.2).</summary>
    public decimal SuperiorWeight => 1m - SelfWeight;

    /// <summary>What is wrong with these rules, property by property; empty when they can stand.</summary>
    public IReadOnlyList<RuleProblem> WhyNot()
    {
        var problems = new List<RuleProblem>();
        Check(SelfWeight is >= 0 and <= 1, nameof(SelfWeight), "自评权重应在 0 到 100% 之间");
        Check(HasAtMost(4, SelfWeight), nameof(SelfWeight), "自评权重的百分数最多两位小数");
        Check(BoundA <= 100, nameof(BoundA), "A 级分数线不能高于 100");
        Check(BoundA > BoundB, nameof(BoundB), "B 级分数线应低于 A 级分数线");
        Check(BoundB > BoundC, nameof(BoundC), "C 级分数线应低于 B 级分数线");
        Check(BoundC > 0, nameof(BoundC), "C 级分数线应大于 0");
        // Scores are compared with two places: a bound with more could not be reached exactly.
        Check(HasAtMost(2, BoundA), nameof(BoundA), "A 级分数线最多两位小数");
        Check(HasAtMost(2, BoundB), nameof(BoundB), "B 级分数线最多两位小数");
        Check(HasAtMost(2, BoundC), nameof(BoundC), "C 级分数线最多两位小数");
        Check(LeastMassSatisfaction is null or (> 0 and <= 100), nameof(LeastMassSatisfaction),
            "群众满意率最低要求应大于 0、不超过 100；不设要求时请留空");
        Check(HasAtMost(2, LeastMassSatisfaction ?? 0), nameof(LeastMassSatisfaction), "群众满意率最低要求最多两位小数");
        Check(CapShare is >= 0 and <= 1, nameof(CapShare), "A 级比例上限应在 0 到 100% 之间");
        Check(HasAtMost(4, CapShare), nameof(CapShare), "A 级比例上限的百分数最多两位小数");
        Check(Enum.IsDefined(CapScope), nameof(CapScope), "请选择 A 级名额的范围");
        Check(PublicityDays is >= 0 and <= 60, nameof(PublicityDays), "公示天数应在 0 到 60 个工作日之间");
        Check(PerformanceBarYear is null or (>= 2000 and <= 2100), nameof(PerformanceBarYear),
            "不得享受绩效奖励的年度应在 2000 到 2100 之间；按定级年度时请留空");
        return problems;

        void Check(bool holds, string property, string text)
        {
            if (!holds)
                problems.Add(new RuleProblem(property, text));
        }
    }

    /// <summary>Refuses rules that cannot stand.</summary>
    /// <exception cref="RuleViolationException">A value is out of its bounds; the message names all of them.</exception>
    public void Validate()
    {
        var problems = WhyNot();
        if (problems.Count > 0)
            throw new RuleViolationException(string.Join("；", problems.Select(problem => problem.Text)));
    }

    /// <summary>The rules that differ, in the order of the catalogue, as printed under 附表4 (§2, step 1).</summary>
    public static IReadOnlyList<RuleDifference> Differences(RoundRules old, RoundRules @new) =>
    [
        .. from rule in RoundRule.All
           let before = rule.Show(old)
           let after = rule.Show(@new)
           where before != after
           select new RuleDifference(rule, before, after),
    ];

    private static bool HasAtMost(int places, decimal value) => decimal.Round(value, places) == value;
}
