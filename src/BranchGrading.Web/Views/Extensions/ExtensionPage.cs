using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Extensions;

/// <summary>Choosing a committee, then what is put off for it.</summary>
public sealed record ExtensionPage(GradingRound Round, IReadOnlyList<SelectListItem> Committees, IReadOnlyList<Participant> Branches, ExtensionForm Form)
{
    public string? CommitteeName => Branches.Count == 0 ? null : Branches[0].CommitteeName;

    public IEnumerable<SelectListItem> Whom => Branches.Select(branch => new SelectListItem($"只给：{branch.BranchName}", $"{branch.Id}")).Prepend(new SelectListItem($"{CommitteeName}的全部支部", ""));

    public static IEnumerable<SelectListItem> Kinds => Enum.GetValues<DeadlineKind>().Select(kind => new SelectListItem(kind.Word(), kind.ToString())).Prepend(new SelectListItem("请选择", ""));
}
