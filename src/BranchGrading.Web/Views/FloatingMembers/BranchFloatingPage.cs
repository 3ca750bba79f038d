using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;
using Members = BranchGrading.Domain.Organisation.FloatingMembers;

namespace BranchGrading.Web.Views.FloatingMembers;

/// <summary>流动党员 of a branch, and the form for one place: a new one, or one that is changed.</summary>
public sealed record BranchFloatingPage(Branch Branch, IReadOnlyList<Members> Places, bool MayKeep, bool SeesCommittee, int? Changed, FloatingForm Form)
{
    public string Address => $"/branches/{Branch.Id}/floating-members";

    public FloatingCoverage Coverage => FloatingCoverage.Of(Places.Select(place => (place.Count, place.Host is not null)));

    public int Members => Branch.FullMembers + Branch.ProbationaryMembers;

    public IReadOnlyList<Breadcrumb> Path =>
        [new("组织", "/committees"), new(Branch.Committee.Name, SeesCommittee ? $"/committees/{Branch.CommitteeId}" : null), new(Branch.Name, $"/branches/{Branch.Id}")];
}
