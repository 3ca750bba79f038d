using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>A change as it was recorded, and what it leaves to do.</summary>
public sealed record ChangePage(OrganisationChange Change, IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<ChangePage.Branch> WithoutSecretary, bool MayKeep)
{
    public sealed record Branch(int Id, string Name);
}
