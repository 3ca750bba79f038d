using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Committees;

/// <summary>A committee with its branches and organisers.</summary>
public sealed record CommitteePage(
    int Id, string Name, CommitteeKind Kind, string? Code, IReadOnlyList<CommitteePage.Organiser> Organisers, IReadOnlyList<BranchRow> Branches, bool MayKeep)
{
    public IEnumerable<BranchRow> Active => Branches.Where(branch => branch.IsActive);

    public IEnumerable<BranchRow> Dissolved => Branches.Where(branch => !branch.IsActive);

    public int Warnings => Branches.Sum(branch => branch.Warnings.Count);

    /// <summary>A 直属党支部 has one branch only.</summary>
    public bool MayFound => MayKeep && (Kind != CommitteeKind.DirectBranch || !Active.Any());

    public sealed record Organiser(int TermId, int PersonId, string Name, string? Phone, DateOnly? From);
}
