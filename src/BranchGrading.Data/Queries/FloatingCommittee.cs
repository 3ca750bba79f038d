using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Queries;

/// <summary>流动党员 of a committee's branches, with how many of them take part somewhere.</summary>
public sealed record FloatingCommittee(int CommitteeId, string Committee, int Branches, FloatingCoverage Coverage);
