namespace BranchGrading.Domain.Sampling;

/// <summary>抽查多少: of every committee a number of branches, or a share of them; always at least one.</summary>
public sealed record SampleSize
{
    public const int MostBranches = 50;

    private SampleSize(int? branches, int? percent) => (Branches, Percent) = (branches, percent);

    /// <summary>So many of every committee; null where a share is meant.</summary>
    public int? Branches { get; }

    /// <summary>A share in percent; null where a number is meant.</summary>
    public int? Percent { get; }

    /// <summary>每个单位 2 个支部 / 每个单位 20% 的支部</summary>
    public string Words => Branches is { } count ? $"每个二级党组织抽 {count} 个支部" : $"每个二级党组织抽 {Percent}% 的支部，至少 1 个";

    public static SampleSize OfBranches(int branches) => branches is >= 1 and <= MostBranches
        ? new SampleSize(branches, null)
        : throw new RuleViolationException($"每个二级党组织抽 1 到 {MostBranches} 个支部。");

    public static SampleSize OfPercent(int percent) => percent is >= 1 and <= 100
        ? new SampleSize(null, percent)
        : throw new RuleViolationException("抽查的比例应在 1% 到 100% 之间。");

    /// <summary>How many of a committee's branches are drawn: shares round up, one at least, all at most.</summary>
    public int Of(int branches) => Math.Min(branches, Branches ?? Math.Max(1, (branches * Percent!.Value + 99) / 100));
}
