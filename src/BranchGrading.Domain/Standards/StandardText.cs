namespace BranchGrading.Domain.Standards;

/// <summary>The checks that every part of a standard makes of its texts and marks.</summary>
internal static class StandardText
{
    public static string Required(string? text, int length, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new RuleViolationException($"请填写{what}");
        return Optional(text, length, what);
    }

    public static string Optional(string? text, int length, string what)
    {
        var trimmed = text?.Trim() ?? "";
        return trimmed.Length <= length ? trimmed : throw new RuleViolationException($"{what}最多 {length} 个字");
    }

    public static decimal Marks(decimal marks, string what)
    {
        if (marks < 0)
            throw new RuleViolationException($"{what}不能是负数");
        return decimal.Round(marks, 2) == marks ? marks : throw new RuleViolationException($"{what}最多两位小数");
    }
}
