namespace BranchGrading.Domain.Rounds;

/// <summary>Which rules of an opened round may still change (§2.1), read off what has happened.</summary>
/// <param name="ReviewsHaveCome">Whether a committee's results are in; from then on only the cap may change.</param>
/// <param name="ReviewedOnLine">Whether a review is completed on line: its vote items are summed by what counts as content.</param>
public sealed record RuleFreedom(bool ReviewsHaveCome, bool ReviewedOnLine)
{
    /// <summary>Nothing has come yet: all rules may change.</summary>
    public static RuleFreedom Full { get; } = new(false, false);

    /// <summary>Why a rule cannot change any more; null when it can.</summary>
    public string? WhyNot(RoundRule rule)
    {
        if (ReviewsHaveCome && rule.Key != nameof(RoundRules.CapShare))
            return "已经有二级党组织的初评结果，现在只能调整 A 级比例上限，其他规则不能再改。";
        if (ReviewedOnLine && rule.Key == nameof(RoundRules.FairCounts))
            return "已经有支部在网上完成初评，测评项目的得分按现在的规则算好了，「一般」是否计入满意不能再改。";
        return null;
    }

    /// <summary>Why rules cannot be changed into others; null when they can.</summary>
    public string? WhyNot(RoundRules inForce, RoundRules wanted) =>
        RoundRules.Differences(inForce, wanted).Select(difference => WhyNot(difference.Rule)).FirstOrDefault(why => why is not null);

    /// <summary>The rules in force with those of a scenario that may still be adopted.</summary>
    public RoundRules Adoptable(RoundRules inForce, RoundRules wanted) => RoundRules.Differences(inForce, wanted)
        .Where(difference => WhyNot(difference.Rule) is null)
        .Aggregate(inForce, (rules, difference) => difference.Rule.Take(rules, wanted));
}
