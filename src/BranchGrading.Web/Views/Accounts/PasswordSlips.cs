namespace BranchGrading.Web.Views.Accounts;

/// <summary>One-time passwords to print, cut and hand over; shown once, stored nowhere.</summary>
public sealed record PasswordSlips(IReadOnlyList<PasswordSlip> Slips, DateTime ExpiresAt);

/// <summary>What stands on one slip; where there are many, they are laid out by committee.</summary>
public sealed record PasswordSlip(string Name, string Unit, string UserName, string Password, string? Committee = null);
