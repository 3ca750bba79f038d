using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Accounts;

/// <summary>A page of the accounts in the viewer's care that a search finds.</summary>
public sealed record AccountList(
    string? Query, string? Role, IReadOnlyList<AccountList.Row> Rows, Pager Pager, IReadOnlyList<KeyValuePair<string, string>> RolesOffered, bool MayCreate, bool MayMakeFromRoster)
{
    public bool IsFiltered => !string.IsNullOrEmpty(Query) || !string.IsNullOrEmpty(Role);

    public sealed record Row(int Id, string Name, string UserName, IReadOnlyList<string> Roles, IReadOnlyList<Office> Offices, AccountState State);

    public sealed record Office(string Unit, Post Post);
}
