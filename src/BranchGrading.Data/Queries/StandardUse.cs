using BranchGrading.Domain;

namespace BranchGrading.Data.Queries;

/// <summary>The years of the rounds that use a standard, for a type of branch or for a single one.</summary>
public sealed record StandardUse(IReadOnlyList<int> OpenedYears, IReadOnlyList<int> PreparedYears)
{
    /// <summary>Whether it may still change: no round that was opened holds to it.</summary>
    public bool CanChange => OpenedYears.Count == 0;

    /// <summary>Whether it may be deleted: no round holds to it at all.</summary>
    public bool CanDelete => CanChange && PreparedYears.Count == 0;

    public string? WhyNotChange => CanChange
        ? null
        : $"这一版已经用于 {Years(OpenedYears)} 年度。年度开始以后，它用的版本不再改动；要改请做一个新版本，用于以后的年度。";

    public string? WhyNotDelete => WhyNotChange ?? (CanDelete
        ? null
        : $"正在准备的 {Years(PreparedYears)} 年度要用这份标准，请先在该年度的「规则与期限」里换成别的标准。");

    /// <exception cref="RuleViolationException">An opened round uses it.</exception>
    public void RequireChangeable()
    {
        if (WhyNotChange is { } why)
            throw new RuleViolationException(why);
    }

    /// <exception cref="RuleViolationException">A round uses it.</exception>
    public void RequireDeletable()
    {
        if (WhyNotDelete is { } why)
            throw new RuleViolationException(why);
    }

    private static string Years(IEnumerable<int> years) => string.Join("、", years);
}
