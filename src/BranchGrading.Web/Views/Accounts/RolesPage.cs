namespace BranchGrading.Web.Views.Accounts;

/// <summary>The form of an account's roles.</summary>
public sealed record RolesPage(int Id, string Name, string UserName, RolesForm Form);
