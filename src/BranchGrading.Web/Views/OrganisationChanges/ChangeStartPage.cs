using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.OrganisationChanges;

/// <summary>The branches or committees from which a change of a kind starts.</summary>
public sealed record ChangeStartPage(OrganisationChangeKind Kind, string? Query, IReadOnlyList<ChangeStartPage.Unit> Units, IReadOnlySet<int> Chosen)
{
    public sealed record Unit(int Id, string Name, CommitteeKind Kind, IReadOnlyList<Choice> Branches);

    public sealed record Choice(int Id, string Name, int Members);

    /// <summary>Where the form of a change of one branch is.</summary>
    public string AddressOf(int branchId) => $"/branches/{branchId}/" + Kind switch
    {
        OrganisationChangeKind.Dissolution => "dissolution",
        OrganisationChangeKind.Split => "split",
        OrganisationChangeKind.Renaming => "renaming",
        OrganisationChangeKind.Move => "move",
        _ => "secretary",
    };

    public string Purpose => Kind switch
    {
        OrganisationChangeKind.Founding => "选新支部所属的二级党组织。",
        OrganisationChangeKind.Merger => "勾选要合并的支部（至少两个，可以分属不同的二级党组织），再到下一步。",
        OrganisationChangeKind.Split => "选要拆分的支部。",
        OrganisationChangeKind.Dissolution => "选要撤销的支部；并入别的支部的，请办「合并」，前身才接得上。",
        OrganisationChangeKind.Renaming => "选要更名的支部。",
        OrganisationChangeKind.Move => "选要调整隶属的支部。",
        _ => "选要换书记的支部。",
    };
}
