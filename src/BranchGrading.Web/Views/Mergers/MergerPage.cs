using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Mergers;

/// <summary>The form of a merger, with the branches that were ticked and their committees.</summary>
public sealed record MergerPage(IReadOnlyList<Branch> Branches, IReadOnlyList<RoundPlace> Rounds, MergerForm Form)
{
    public IReadOnlyList<Committee> Units => [.. Branches.Select(branch => branch.Committee).Distinct()];

    public IReadOnlyList<SelectListItem> Committees => [.. Units.Select(unit => new SelectListItem(unit.Name, unit.Id.ToString()))];

    /// <summary>Back to the list, with the same branches ticked.</summary>
    public string BackAddress => $"/organisation-changes/new?kind={OrganisationChangeKind.Merger}{string.Concat(Branches.Select(branch => $"&branches={branch.Id}"))}";
}
