namespace BranchGrading.Domain.Assessments;

/// <summary>
/// 测评票数 of one panel of one branch (members or masses): 应到, 发出, 收回, 有效, 好, 较好, 一般, 差, in ballots.
/// </summary>
public sealed record BallotCount
{
    private const int FewestShown = 5;

    private BallotCount()
    {
    }

    /// <summary>Counts that fit together: 有效 = 好+较好+一般+差 ≤ 收回 ≤ 发出 (§4).</summary>
    /// <exception cref="RuleViolationException">The counts do not add up, or one is negative.</exception>
    public BallotCount(int? expected, int issued, int returned, int valid, int good, int fairlyGood, int fair, int poor)
    {
        if (WhyNot(expected, issued, returned, valid, good, fairlyGood, fair, poor) is { } why)
            throw new RuleViolationException(why);
        (Expected, Issued, Returned, Valid, Good, FairlyGood, Fair, Poor) =
            (expected, issued, returned, valid, good, fairlyGood, fair, poor);
    }

    /// <summary>应到: how many may vote; unknown (null) is allowed for the masses.</summary>
    public int? Expected { get; private init; }

    /// <summary>发出</summary>
    public int Issued { get; private init; }

    /// <summary>收回</summary>
    public int Returned { get; private init; }

    /// <summary>有效</summary>
    public int Valid { get; private init; }

    /// <summary>好</summary>
    public int Good { get; private init; }

    /// <summary>较好</summary>
    public int FairlyGood { get; private init; }

    /// <summary>一般</summary>
    public int Fair { get; private init; }

    /// <summary>差</summary>
    public int Poor { get; private init; }

    /// <summary>发出 &gt; 应到: allowed, but worth a second look (§4).</summary>
    public bool IssuedMoreThanExpected => Issued > Expected;

    /// <summary>Fewer than 5 valid ballots could tell who voted how: then only what the grade needs is shown (§4).</summary>
    public bool MayBeShown => Valid >= FewestShown;

    /// <summary>The sentence that says why such counts are refused (§4), or null when they fit together.</summary>
    public static string? WhyNot(int? expected, int issued, int returned, int valid, int good, int fairlyGood, int fair, int poor)
    {
        if (expected < 0 || new[] { issued, returned, valid, good, fairlyGood, fair, poor }.Any(count => count < 0))
            return "票数不能是负数";
        var sum = (long)good + fairlyGood + fair + poor;
        if (sum != valid)
            return $"有效票 {valid} 张，但好、较好、一般、差合计 {sum} 张，两者应当相等";
        if (valid > returned)
            return $"有效票 {valid} 张多于收回的 {returned} 张";
        return returned > issued ? $"收回 {returned} 张多于发出的 {issued} 张" : null;
    }
}
