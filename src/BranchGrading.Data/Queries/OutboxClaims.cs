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
                .OrderBy(mail => mail.NextTryAt).ThenBy(mail => mail.Id).Select(mail => new { mail.Id, mail.ClaimedBy, mail.LastError }).Take(1).ToListAsync(cancellationToken);
            if (due.Count == 0)
                return null;
            // From here on to its end: a claim that nobody learns of would look like a sender's death.
            cancellationToken.ThrowIfCancellationRequested();
            // Whoever had claimed it before died over it, and nobody knows how far it had come: like a line cut behind the mail, this may happen once.
            var (mail, claim, until) = (due[0], Guid.NewGuid(), now + Lease);
            var hasDied = mail.ClaimedBy is not null;
            var isOver = hasDied && mail.LastError?.StartsWith(OutboxMail.Unclear, StringComparison.Ordinal) == true;
            var (error, givenUp) = (isOver ? OutboxMail.UnclearTwice : hasDied ? OutboxMail.Unclear : mail.LastError, isOver ? now : (DateTime?)null);
            var won = await db.Mails.Waiting().Where(row => row.Id == mail.Id && row.NextTryAt <= now && row.ClaimedBy == mail.ClaimedBy && (row.ClaimedUntil == null || row.ClaimedUntil <= now))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, isOver ? null : claim).SetProperty(row => row.ClaimedUntil, isOver ? null : until)
                    .SetProperty(row => row.LastError, error).SetProperty(row => row.GivenUpAt, givenUp), CancellationToken.None);
            if (won == 1 && !isOver)
                return await db.Mails.AsNoTracking().SingleAsync(row => row.Id == mail.Id, CancellationToken.None);
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

    /// <summary>The program stops before anything was told: the mail is the next one's at once, and no try is counted.</summary>
    public static Task<int> ReleaseMailAsync(this GradingDbContext db, OutboxMail mail, CancellationToken cancellationToken) => db.Claimed(mail)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClaimedBy, (Guid?)null).SetProperty(row => row.ClaimedUntil, (DateTime?)null), cancellationToken);

    /// <summary>Somebody asked for it: it is due now, to the address that its recipient has now.</summary>
    /// <returns>Whether it could be: not one that was sent, or that tells of what is over.</returns>
    public static async Task<bool> TryMailAgainAsync(this GradingDbContext db, int id, DateTime now, CancellationToken cancellationToken)
    {
        // What goes to no person goes to the department's address.
        var address = await db.Mails.Where(mail => mail.Id == id).Select(mail => mail.PersonId == null
            ? db.Settings.Select(settings => settings.DepartmentMail).FirstOrDefault() ?? mail.Address
            : db.People.Where(person => person.Id == mail.PersonId).Select(person => person.Email).FirstOrDefault() ?? "").SingleAsync(cancellationToken);
        return await db.Mails.Where(mail => mail.Id == id && mail.SentAt == null && (mail.ExpiresAt == null || mail.ExpiresAt > now) && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GivenUpAt, (DateTime?)null).SetProperty(row => row.NextTryAt, now).SetProperty(row => row.Tries, 0)
                .SetProperty(row => row.Address, address.Trim()).SetProperty(row => row.LastError, address.Trim() == "" ? OutboxMail.NoAddress : null)
                .SetProperty(row => row.ClaimedBy, (Guid?)null).SetProperty(row => row.ClaimedUntil, (DateTime?)null), cancellationToken) == 1;
    }

    /// <summary>Mails that did not go out and may be tried again all together: neither stopped by hand nor of use no more, nor such as may have arrived, which somebody has to ask about first.</summary>
    public static IQueryable<OutboxMail> Retryable(this IQueryable<OutboxMail> mails) => mails.Where(mail =>
        mail.SentAt == null && mail.GivenUpAt != null && mail.LastError != OutboxMail.Stopped && mail.LastError != OutboxMail.Expired && (mail.LastError == null || !mail.LastError.StartsWith(OutboxMail.Unclear)));

    /// <summary>Mails that rested for want of an address, and whose recipient has one now.</summary>
    public static IQueryable<OutboxMail> AddressedNow(this GradingDbContext db, IQueryable<OutboxMail> mails) => mails.Where(mail =>
        mail.SentAt == null && mail.GivenUpAt == null && mail.Address == "" && db.People.Any(person => person.Id == mail.PersonId && person.Email != null && person.Email != ""));

    /// <summary>Somebody does not want it sent any more.</summary>
    /// <returns>Whether it could be stopped: not one that was sent, or is being sent now.</returns>
    public static async Task<bool> StopMailAsync(this GradingDbContext db, int id, DateTime now, CancellationToken cancellationToken) =>
        await db.Mails.Where(mail => mail.Id == id && mail.SentAt == null && mail.GivenUpAt == null && (mail.ClaimedUntil == null || mail.ClaimedUntil <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.GivenUpAt, now).SetProperty(row => row.LastError, OutboxMail.Stopped), cancellationToken) == 1;

    private static IQueryable<OutboxMail> Claimed(this GradingDbContext db, OutboxMail mail) => db.Mails.Where(row => row.Id == mail.Id && row.ClaimedBy == mail.ClaimedBy);
}
