using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>A branch with something worth looking at.</summary>
public sealed record WarnedBranch(int BranchId, string Name, int CommitteeId, string Committee, IReadOnlyList<OrganisationWarning> Warnings);
