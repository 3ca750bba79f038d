using BranchGrading.Data.Mail;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>
/// Taking mails out of the outbox one by one: each step is one UPDATE that only one of several senders can win, and what a sender writes later counts only while its claim is its own.
/// </summary>
public static class OutboxClaims
{
    /// <summary>Longer than one sending can take; after it the mail is anybody's again, as its sender must have died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Mails that wait to be sent and have somewhere to go.</summary>
    public static IQueryable<OutboxMail> Waiting(this IQueryable<OutboxMail> mails) => mails.Where(mail => mail.SentAt == null && mail.GivenUpAt == null && mail.Address != "");

    /// <summary>Claims the mail that has been due longest.</summary>
    /// <returns>The mail with its claim; null when none is due.</returns>
    public static async Task<OutboxMail?> ClaimMailAsync(this GradingDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var due = await db.Mails.Waiting().Where(mail => mail.NextTryAt <= now && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now))
                .OrderBy(mail => mail.NextTryAt).ThenBy(mail => mail.Id).Select(mail => mail.Id).Take(1).ToListAsync(cancellationToken);
            if (due.Count == 0)
                return null;
            var (id, claim, until) = (due[0], Guid.NewGuid(), now + Lease);
            var won = await db.Mails.Waiting().Where(mail => mail.Id == id && mail.NextTryAt <= now && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.ClaimedBy, claim).SetProperty(mail => mail.ClaimedUntil, until), cancellationToken);
            if (won == 1)
                return await db.Mails.AsNoTracking().SingleAsync(mail => mail.Id == id, cancellationToken);
        }
    }

    /// <summary>The server has taken it over.</summary>
    public static Task<int> MarkSentAsync(this GradingDbContext db, OutboxMail mail, DateTime now, CancellationToken cancellationToken) => db.Claimed(mail)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.SentAt, now).SetProperty(row => row.Tries, row => row.Tries + 1).SetProperty(row => row.LastError, (string?)null)
            .SetProperty(row => row.ClaimedBy, (Guid?)null).SetProperty(row => row.ClaimedUntil, (DateTime?)null), cancellationToken);

    /// <summary>It did not go out: later again, or never.</summary>
    public static Task<int> MarkFailedAsync(this GradingDbContext db, OutboxMail mail, string error, bool isFinal, DateTime now, CancellationToken cancellationToken)
    {
        var (givenUp, next) = (isFinal || mail.Tries + 1 >= MailPauses.MostTries ? now : (DateTime?)null, now + MailPauses.After(mail.Tries + 1));
        var told = error.Length > OutboxMail.ErrorMaxLength ? error[..OutboxMail.ErrorMaxLength] : error;
        return db.Claimed(mail)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GivenUpAt, givenUp).SetProperty(row => row.NextTryAt, next).SetProperty(row => row.Tries, row => row.Tries + 1).SetProperty(row => row.LastError, told)
                .SetProperty(row => row.ClaimedBy, (Guid?)null).SetProperty(row => row.ClaimedUntil, (DateTime?)null), cancellationToken);
    }

    /// <summary>Somebody asked for it: it is due now, to the address that its recipient has now.</summary>
    /// <returns>Whether it could be: not one that was sent.</returns>
    public static async Task<bool> TryMailAgainAsync(this GradingDbContext db, int id, DateTime now, CancellationToken cancellationToken)
    {
        var address = await db.Mails.Where(mail => mail.Id == id).Select(mail => db.People.Where(person => person.Id == mail.PersonId).Select(person => person.Email).FirstOrDefault() ?? mail.Address).SingleAsync(cancellationToken);
        return await db.Mails.Where(mail => mail.Id == id && mail.SentAt == null && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GivenUpAt, (DateTime?)null).SetProperty(row => row.NextTryAt, now).SetProperty(row => row.Tries, 0)
                .SetProperty(row => row.Address, address.Trim()).SetProperty(row => row.LastError, address.Trim() == "" ? OutboxMail.NoAddress : null), cancellationToken) == 1;
    }

    /// <summary>Somebody does not want it sent any more.</summary>
    /// <returns>Whether it could be stopped: not one that was sent, or is being sent now.</returns>
    public static async Task<bool> StopMailAsync(this GradingDbContext db, int id, DateTime now, CancellationToken cancellationToken) =>
        await db.Mails.Where(mail => mail.Id == id && mail.SentAt == null && mail.GivenUpAt == null && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GivenUpAt, now).SetProperty(row => row.LastError, OutboxMail.Stopped), cancellationToken) == 1;

    private static IQueryable<OutboxMail> Claimed(this GradingDbContext db, OutboxMail mail) => db.Mails.Where(row => row.Id == mail.Id && row.ClaimedBy == mail.ClaimedBy);
}
