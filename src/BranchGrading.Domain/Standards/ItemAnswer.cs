namespace BranchGrading.Domain.Standards;

/// <summary>What was filled in for an item; each method reads one of these (§3.1).</summary>
public sealed record ItemAnswer
{
    /// <summary>评分: the points given.</summary>
    public decimal? Points { get; init; }

    /// <summary>选项: the <see cref="ItemOption.Order"/> of the choice.</summary>
    public int? Option { get; init; }

    /// <summary>扣分, 加分: how often it happened.</summary>
    public int? Times { get; init; }

    /// <summary>测评: the satisfaction rate of the panel, in percent.</summary>
    public decimal? Satisfaction { get; init; }
}
