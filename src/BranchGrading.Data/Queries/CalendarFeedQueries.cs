using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Whose calendar a secret address is.</summary>
public static class CalendarFeedQueries
{
    /// <summary>The owner of the address as he would be if he signed in now; null where the secret is wrong, the account is disabled or its person is nothing any more.</summary>
    public static async Task<Viewer?> FindFeedOwnerAsync(this GradingDbContext db, string secret, CancellationToken cancellationToken)
    {
        var hash = CalendarFeed.HashOf(secret);
        var owner = await db.CalendarFeeds.AsNoTracking().Where(feed => feed.SecretHash == hash && !feed.Account.IsDisabled)
            .Select(feed => new { feed.AccountId, feed.Account.PersonId, feed.Account.Person.Name }).SingleOrDefaultAsync(cancellationToken);
        if (owner is null)
            return null;
        var roles = await db.UserRoles.Where(link => link.UserId == owner.AccountId).Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!).ToListAsync(cancellationToken);
        return new Viewer(owner.AccountId, owner.PersonId, owner.Name, roles.ToHashSet());
    }
}
