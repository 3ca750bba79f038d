using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>The form of a change of one branch, with the rounds that run.</summary>
public record BranchChangePage<TForm>(Branch Branch, IReadOnlyList<RoundPlace> Rounds, TForm Form)
{
    public string Address { get; } = $"/branches/{Branch.Id}";

    public IReadOnlyList<Breadcrumb> Path { get; } =
        [new("组织", "/committees"), new(Branch.Committee.Name, $"/committees/{Branch.CommitteeId}"), new(Branch.Name, $"/branches/{Branch.Id}")];
}
