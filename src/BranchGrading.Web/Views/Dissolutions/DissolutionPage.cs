using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace BranchGrading.Web.Views.Dissolutions;

/// <summary>What dissolving or restoring a branch will do, before it is done.</summary>
/// <param name="Successors">The branches that could carry on its plans.</param>
/// <param name="Refusal">Why it cannot be restored; null where it can.</param>
public sealed record DissolutionPage(Branch Branch, IReadOnlyList<RoundPlace> Rounds, IReadOnlyList<SelectListItem> Successors, string? Refusal, DissolutionForm Form)
{
    public string Address { get; } = $"/branches/{Branch.Id}";

    public IReadOnlyList<Breadcrumb> Path { get; } =
        [new("组织", "/committees"), new(Branch.Committee.Name, $"/committees/{Branch.CommitteeId}"), new(Branch.Name, $"/branches/{Branch.Id}")];
}
