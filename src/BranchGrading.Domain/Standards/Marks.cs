namespace BranchGrading.Domain.Standards;

/// <summary>分值: what an item, an option or an occurrence is worth; not negative, with at most 2 places.</summary>
internal static class Marks
{
    /// <summary>The most that anything is worth; beyond it is a slip of the hand.</summary>
    private const int Most = 1000;

    public static decimal Of(decimal marks, string what)
    {
        if (marks < 0)
            throw new RuleViolationException($"{what}不能是负数。");
        if (marks > Most)
            throw new RuleViolationException($"{what}最多 {Most} 分。");
        return decimal.Round(marks, 2) == marks ? marks : throw new RuleViolationException($"{what}最多两位小数。");
    }
}
