using BranchGrading.Data.Auditing;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.Bulletins;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Publishing bulletins, confirming them, and reminding those who have not.</summary>
public static class BulletinActs
{
    /// <summary>What a bulletin is called in the audit and in mails.</summary>
    public static string Subject(this Bulletin bulletin) => $"{bulletin.Kind.Word()}：{bulletin.Title}";

    /// <summary>What goes with publishing or correcting: whoever does it has read it, and the others get a mail where it is wanted, saved with what the caller saves next.</summary>
    /// <remarks>A mail has title and link, nothing else; nobody gets two for one bulletin.</remarks>
    /// <returns>How many mails were added.</returns>
    public static async Task<int> TellAsync(this GradingDbContext db, Bulletin bulletin, Viewer viewer, bool mailToo, DateTime now, CancellationToken cancellationToken)
    {
        var readers = await db.ReadersAsync(bulletin, cancellationToken);
        if (bulletin.WhyNotConfirm is null && readers.Any(reader => reader.Recipient.PersonId == viewer.PersonId))
            bulletin.Confirm(viewer.AccountId, viewer.Name, now);
        return !mailToo ? 0 : await db.AddMailsAsync(
            MailKind.Bulletin, [.. readers.Where(reader => reader.Recipient.PersonId != viewer.PersonId).Select(reader => new MailDraft($"bulletin-{bulletin.Id}-{reader.Recipient.PersonId}", reader.Recipient, new MailValues
            {
                Unit = reader.CommitteeName ?? "",
                Matter = bulletin.Kind == BulletinKind.Notice ? bulletin.Title : bulletin.Subject(),
                Note = bulletin.NeedsReceipt ? "阅读以后请点「我已阅读」确认。" : "",
                Path = $"/bulletins/{bulletin.Id}",
            }))],
            now, cancellationToken);
    }

    /// <summary>A reader confirms what they have seen.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The bulletin.</param>
    /// <param name="viewer">The reader; only somebody it is for.</param>
    /// <param name="version">The version that the reader saw.</param>
    /// <param name="now">This moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where the bulletin was changed meanwhile: nobody confirms a text they have not seen. Null where it is not for the viewer.</returns>
    public static Task<bool?> ConfirmAsync(this GradingDbContext db, int id, Viewer viewer, Guid version, Func<DateTime> now, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockBulletinAsync(id, cancellationToken);
            var bulletin = await db.Bulletins.AddressedTo(viewer, db).AsTracking().Include(bulletin => bulletin.Receipts.Where(receipt => receipt.AccountId == viewer.AccountId))
                .SingleOrDefaultAsync(bulletin => bulletin.Id == id, cancellationToken);
            if (bulletin is null)
                return (bool?)null;
            if (bulletin.Version != version)
                return false;
            if (bulletin.Confirm(viewer.AccountId, viewer.Name, now()))
            {
                db.Audit.Describe(AuditEvent.BulletinConfirmed, bulletin.Subject());
                await db.SaveChangesAsync(cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Reminds those who have not confirmed: one mail for each person and day.</summary>
    /// <returns>What became of it; null where the bulletin is not the viewer's to remind of.</returns>
    public static Task<ReminderResult?> RemindOfBulletinAsync(this GradingDbContext db, int id, Viewer viewer, Func<(DateTime Now, DateOnly Today)> clock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockBulletinAsync(id, cancellationToken);
            if (await db.FindOwnBulletinAsync(id, viewer, cancellationToken) is not { NeedsReceipt: true, IsInForce: true } bulletin)
                return null;
            var (now, today) = clock();
            var wording = await db.MailWordingAsync(MailKind.Reminder, cancellationToken);
            var (written, already, withoutAddress) = (0, 0, new List<string>());
            foreach (var reader in (await db.ReadersAsync(bulletin, cancellationToken)).Where(reader => reader.ConfirmedAt is null))
            {
                if (!reader.HasAddress)
                    withoutAddress.Add(reader.Recipient.Name);
                var values = new MailValues { Unit = reader.CommitteeName ?? reader.Posts[0], Matter = $"确认已阅：{bulletin.Title}", Path = $"/bulletins/{bulletin.Id}" };
                var mail = await db.AddMailAsync(MailKind.Reminder, $"bulletin-{bulletin.Id}-{reader.Recipient.PersonId}-{today:yyyyMMdd}", reader.Recipient, wording.For(reader.Recipient, values), now, cancellationToken: cancellationToken);
                (written, already) = mail is null ? (written, already + 1) : (written + 1, already);
            }

            if (written > 0)
                db.Audit.Describe(AuditEvent.Reminded, $"{bulletin.Subject()}，{written} 人");
            await db.SaveChangesAsync(cancellationToken);
            return new ReminderResult(written, already, withoutAddress, []);
        },
        cancellationToken);
}
