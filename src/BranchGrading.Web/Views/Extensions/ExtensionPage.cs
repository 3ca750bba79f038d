using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Extensions;

/// <summary>Choosing a committee, then what is put off for it.</summary>
public sealed record ExtensionPage(GradingRound Round, IReadOnlyList<SelectListItem> Committees, IReadOnlyList<Participant> Branches, ExtensionForm Form)
{
    public string? CommitteeName => Branches.Count == 0 ? null : Branches[0].CommitteeName;

    public IEnumerable<SelectListItem> Whom => Branches.Select(branch => new SelectListItem($"只给：{branch.BranchName}", $"{branch.Id}")).Prepend(new SelectListItem($"{CommitteeName}的全部支部", ""));

    /// <summary>Once the grades are published, only the hand-in of the forms can be put off.</summary>
    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<DeadlineKind>().Where(kind => Round.Publication is null || kind == DeadlineKind.HandIn).Select(kind => new SelectListItem(kind.Word(), kind.ToString())).Prepend(new SelectListItem("请选择", ""));
}
