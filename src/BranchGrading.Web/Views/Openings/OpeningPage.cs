using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Openings;

/// <summary>What will be frozen when the round is opened.</summary>
public sealed record OpeningPage(GradingRound Round, IReadOnlyDictionary<BranchType, int> Types, IReadOnlyList<string> WithoutSecretary, int WithPastGrade)
{
    /// <summary>What still stands against opening, or null.</summary>
    public string? WhyNot => Round.RulesToConfirm().ToList() is { Count: > 0 } rules ? $"还有规则没有确认：{string.Join("、", rules)}。"
        : Types.Values.Sum() == 0 ? "没有参加评定的支部，请先导入或录入党组织名册。"
        : null;
}
