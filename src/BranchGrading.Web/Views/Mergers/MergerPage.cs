using System.Security.Cryptography;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Mergers;

/// <summary>The form of a merger, with the branches that were ticked and their committees.</summary>
public sealed record MergerPage(IReadOnlyList<Branch> Branches, IReadOnlyList<RoundPlace> Rounds, MergerForm Form)
{
    /// <summary>The versions of all of them in one: whichever is changed meanwhile, the form is stale.</summary>
    public Guid Version => new(SHA256.HashData([.. Branches.SelectMany(branch => branch.Version.ToByteArray())])[..16]);

    public IReadOnlyList<Committee> Units => [.. Branches.Select(branch => branch.Committee).Distinct()];

    public IReadOnlyList<SelectListItem> Committees => [.. Units.Select(unit => new SelectListItem(unit.Name, unit.Id.ToString()))];

    /// <summary>Back to the list, with the same branches ticked.</summary>
    public string BackAddress => $"/organisation-changes/new?kind={OrganisationChangeKind.Merger}{string.Concat(Branches.Select(branch => $"&branches={branch.Id}"))}";
}
