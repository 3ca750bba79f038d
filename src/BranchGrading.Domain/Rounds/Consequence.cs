using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Rounds;

/// <summary>结果运用: what a final D means for one person of the branch's leading group, and between which days (§3.9).</summary>
/// <param name="PersonName">Whom it concerns.</param>
/// <param name="Kind">What is barred.</param>
/// <param name="From">The first day in force.</param>
/// <param name="To">The last day in force.</param>
public sealed record Consequence(string PersonName, ConsequenceKind Kind, DateOnly From, DateOnly To)
{
    /// <summary>班子成员不得享受绩效等方面的奖励: in a year that is a setting, by default the round's own.</summary>
    public static Consequence NoPerformanceReward(string personName, int roundYear, RoundRules rules)
    {
        var year = rules.PerformanceBarYear ?? roundYear;
        return new Consequence(personName, ConsequenceKind.NoPerformanceReward, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
    }

    /// <summary>党支部书记下一年度内不能提拔使用.</summary>
    public static Consequence NoPromotion(string personName, int roundYear) =>
        new(personName, ConsequenceKind.NoPromotion, new DateOnly(roundYear + 1, 1, 1), new DateOnly(roundYear + 1, 12, 31));

    /// <summary>All that a D means for somebody of the leading group: no rewards, and for the secretary besides no promotion (§3.9).</summary>
    public static IReadOnlyList<Consequence> OfD(string personName, Post post, int roundYear, RoundRules rules) => post == Post.Secretary
        ? [NoPerformanceReward(personName, roundYear, rules), NoPromotion(personName, roundYear)]
        : [NoPerformanceReward(personName, roundYear, rules)];

    /// <summary>Whether it is in force on a day, first and last day included.</summary>
    public bool IsInForce(DateOnly day) => day >= From && day <= To;
}
