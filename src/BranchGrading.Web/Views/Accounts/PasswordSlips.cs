namespace BranchGrading.Web.Views.Accounts;

/// <summary>One-time passwords to print, cut and hand over; shown once, stored nowhere.</summary>
public sealed record PasswordSlips(IReadOnlyList<PasswordSlip> Slips, DateTime ExpiresAt);

/// <summary>What stands on one slip.</summary>
public sealed record PasswordSlip(string Name, string Unit, string UserName, string Password);
