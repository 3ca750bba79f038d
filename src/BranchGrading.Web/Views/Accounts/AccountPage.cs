namespace BranchGrading.Web.Views.Accounts;

/// <summary>An account, and what the viewer may do with it.</summary>
public sealed record AccountPage(
    int Id, string Name, string UserName, string? StaffNumber, string? Phone, IReadOnlyList<string> Roles, IReadOnlyList<AccountList.Office> Offices, AccountState State,
    bool IsOwn, bool MayAdminister);
