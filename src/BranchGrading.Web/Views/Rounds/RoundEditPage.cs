using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Rounds;

/// <summary>The settings of a round and what can be chosen for them.</summary>
public sealed record RoundEditPage(RoundForm Form, int? RoundId, IReadOnlyList<SelectListItem> Standards)
{
    public static IReadOnlyList<BranchType> Types { get; } = Enum.GetValues<BranchType>();

    /// <summary>The rules that are confirmed one by one: not in the document.</summary>
    public static IEnumerable<RoundRule> RulesToConfirm => RoundRule.All.Where(rule => !rule.IsFromDocument);
}
