using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Standards;

/// <summary>项目得分: the points an answer earns, by the method of its item (§3.1).</summary>
public static class ItemPoints
{
    /// <summary>The points with 2 places, or null where the item is not answered or carries none (§3.1).</summary>
    /// <exception cref="RuleViolationException">The answer is out of the item's bounds.</exception>
    public static decimal? Of(StandardItem item, ItemAnswer answer)
    {
        if (WhyNot(item, answer) is { } why)
            throw new RuleViolationException(why);
        return Rounding.Round(item.Method switch
        {
            ItemMethod.Points => answer.Points,
            ItemMethod.Options => item.Options.FirstOrDefault(option => option.Order == answer.Option)?.Points,
            ItemMethod.Deduction => answer.Times is { } times ? Deduction(item.MaxPoints, item.UnitPoints, times) : null,
            ItemMethod.Bonus => answer.Times is { } times ? Bonus(item.MaxPoints, item.UnitPoints, times) : null,
            ItemMethod.Vote => answer.Satisfaction is { } satisfaction ? Vote(item.MaxPoints, satisfaction) : null,
            _ => null,
        });
    }

    /// <summary>max − occurrences × points, at least 0 (§3.1).</summary>
    public static decimal Deduction(decimal maxPoints, decimal unitPoints, int times) => Math.Max(0, maxPoints - unitPoints * times);

    /// <summary>events × points, at most the cap (§3.1).</summary>
    public static decimal Bonus(decimal maxPoints, decimal unitPoints, int times) => Math.Min(maxPoints, unitPoints * times);

    /// <summary>max × satisfaction rate in percent, with 2 places (§3.1).</summary>
    public static decimal Vote(decimal maxPoints, decimal satisfaction) =>
        Rounding.Round(maxPoints * Rounding.Round(satisfaction) / 100m);

    /// <summary>The sentence that says why an answer is refused, or null (§3.1); an unanswered item is not refused.</summary>
    public static string? WhyNot(StandardItem item, ItemAnswer answer) => item.Method switch
    {
        ItemMethod.Points when answer.Points is { } points && (points < 0 || points > item.MaxPoints)
            => $"「{item.Name}」的分数应在 0 到 {item.MaxPoints:0.##} 之间",
        ItemMethod.Points when answer.Points is { } points && decimal.Round(points, 2) != points
            => $"「{item.Name}」的分数最多两位小数",
        ItemMethod.Options when answer.Option is { } choice && item.Options.All(option => option.Order != choice)
            => $"「{item.Name}」没有这个选项",
        ItemMethod.Deduction or ItemMethod.Bonus when answer.Times < 0 => $"「{item.Name}」的次数不能是负数",
        ItemMethod.Deduction or ItemMethod.Bonus when answer.Times > 1000 => $"「{item.Name}」的次数最多 1000",
        ItemMethod.Vote when answer.Satisfaction is < 0 or > 100 => $"「{item.Name}」的满意率应在 0 到 100 之间",
        _ => null,
    };
}
