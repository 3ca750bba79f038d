using System.Security.Claims;
using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Security;

/// <summary>Reads the signed-in account out of its cookie.</summary>
public static class PrincipalExtensions
{
    public static Viewer Viewer(this ClaimsPrincipal user) => new(
        int.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!),
        int.Parse(user.FindFirstValue(AccountClaims.PersonId)!),
        user.FindFirstValue(AccountClaims.DisplayName)!,
        user.FindAll(ClaimTypes.Role).Select(claim => claim.Value).ToHashSet());

    public static bool IsSignedIn(this ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true };
}
