using System.Security.Claims;
using BranchGrading.Data;
using BranchGrading.Data.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BranchGrading.Web.Security;

/// <summary>What a sign-in cookie knows of its account besides the roles: the person, the name, and whether the password must be changed first.</summary>
public sealed class AccountClaims(UserManager<Account> users, RoleManager<Role> roles, IOptions<IdentityOptions> options, GradingDbContext db)
    : UserClaimsPrincipalFactory<Account, Role>(users, roles, options)
{
    public const string PersonId = "person";
    public const string DisplayName = "display-name";
    public const string MustChangePassword = "must-change-password";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var name = await db.People.Where(person => person.Id == user.PersonId).Select(person => person.Name).SingleAsync();
        identity.AddClaim(new Claim(PersonId, user.PersonId.ToString()));
        identity.AddClaim(new Claim(DisplayName, name));
        if (user.MustChangePassword)
            identity.AddClaim(new Claim(MustChangePassword, "1"));
        return identity;
    }
}
