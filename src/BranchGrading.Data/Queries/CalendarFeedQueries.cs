using BranchGrading.Data.Auditing;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Whose calendar a secret address is; making and ending it.</summary>
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

    /// <summary>Gives an account a secret address; the one before it is dead from now on. The audit tells that, and never the address.</summary>
    /// <returns>The secret, which is not kept, and whether the account had none.</returns>
    public static Task<(string Secret, bool IsNew)> RenewFeedAsync(this GradingDbContext db, int accountId, DateTime now, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockAccountAsync(accountId, cancellationToken);
            var feed = await db.CalendarFeeds.SingleOrDefaultAsync(feed => feed.AccountId == accountId, cancellationToken);
            var isNew = feed is null;
            feed ??= db.Add(new CalendarFeed(accountId)).Entity;
            var secret = feed.Renew(now);
            await db.RecordAsync(AuditEvent.CalendarFeedMade, isNew ? "截止日期的订阅地址" : "截止日期的订阅地址（更换）", null, cancellationToken);
            return (secret, isNew);
        },
        cancellationToken);

    /// <summary>The account's secret address is dead from now on; nothing happens where it has none.</summary>
    public static async Task EndFeedAsync(this GradingDbContext db, int accountId, CancellationToken cancellationToken)
    {
        if (await db.CalendarFeeds.SingleOrDefaultAsync(feed => feed.AccountId == accountId, cancellationToken) is not { } feed)
            return;
        db.Remove(feed);
        await db.RecordAsync(AuditEvent.CalendarFeedEnded, "截止日期的订阅地址", null, cancellationToken);
    }
}
