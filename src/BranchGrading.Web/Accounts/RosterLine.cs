namespace BranchGrading.Web.Accounts;

/// <summary>A secretary or organiser in office, and what the roster lacks of the account.</summary>
/// <param name="Unit">Branch or committee of the office, with the post.</param>
/// <param name="UserName">工号 or 学号, else the mobile phone number; null when neither is known.</param>
/// <param name="Roles">The roles that the offices call for and the account lacks.</param>
/// <param name="AccountId">The account there is; null when one is to be made.</param>
/// <param name="Problem">Why no account can be made, in words for the user.</param>
public sealed record RosterLine(int PersonId, string Name, string Committee, string Unit, string? UserName, IReadOnlyList<string> Roles, int? AccountId, string? Problem);
