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
    /// <remarks>A mail has title and link, nothing else; nobody gets two for one bulletin, unless they are asked to confirm a corrected one again.</remarks>
    /// <returns>How many mails were added.</returns>
    public static async Task<int> TellAsync(this GradingDbContext db, Bulletin bulletin, Viewer viewer, bool mailToo, DateTime now, CancellationToken cancellationToken, bool again = false)
    {
        var occasion = again ? $"bulletin-{bulletin.Id}-again-{now:yyyyMMddHHmmssfff}" : $"bulletin-{bulletin.Id}";
        var readers = await db.ReadersAsync(bulletin, cancellationToken);
        if (bulletin.WhyNotConfirm is null && readers.Any(reader => reader.Recipient.PersonId == viewer.PersonId))
            bulletin.Confirm(viewer.AccountId, viewer.Name, now);
        return !mailToo ? 0 : await db.AddMailsAsync(
            MailKind.Bulletin, [.. readers.Where(reader => reader.Recipient.PersonId != viewer.PersonId).Select(reader => new MailDraft($"{occasion}-{reader.Recipient.PersonId}", reader.Recipient, new MailValues
            {
                Unit = reader.CommitteeName ?? "",
                Matter = bulletin.Kind == BulletinKind.Notice ? bulletin.Title : bulletin.Subject(),
                Note = bulletin.NeedsReceipt ? "阅读以后请点「我已阅读」确认。" : "",
                Path = $"/bulletins/{bulletin.Id}",
            }))],
            now, cancellationToken);
    }

    /// <summary>Changes a draft, or corrects what is published. Whoever confirms at the same time waits, so that no confirmation of the earlier text outlives being asked again.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">One of the viewer's side.</param>
    /// <param name="version">The version that the writer saw.</param>
    /// <param name="viewer">Who writes.</param>
    /// <param name="edit">Writes the new text, at the moment it is given.</param>
    /// <param name="askAgain">Whether those who confirmed the earlier text are to confirm once more.</param>
    /// <param name="mailToo">Whether the readers get a mail of a correction.</param>
    /// <param name="clock">This moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The bulletin and how many mails were added; null where it is not there any more.</returns>
    /// <exception cref="DbUpdateConcurrencyException">It was changed meanwhile.</exception>
    public static Task<(Bulletin Bulletin, int Mails)?> EditAsync(
        this GradingDbContext db, int id, Guid version, Viewer viewer, Action<Bulletin, DateTime> edit, bool askAgain, bool mailToo, Func<DateTime> clock, CancellationToken cancellationToken) => db.InTransactionAsync(
        async () =>
        {
            await db.LockBulletinAsync(id, cancellationToken);
            if (await db.FindOwnBulletinAsync(id, viewer, cancellationToken) is not { } bulletin)
                return ((Bulletin, int)?)null;
            if (bulletin.Version != version)
                throw new DbUpdateConcurrencyException();
            var now = clock();
            edit(bulletin, now);
            var mails = bulletin.IsDraft ? 0 : await db.TellAsync(bulletin, viewer, mailToo, now, cancellationToken, askAgain);
            if (bulletin.IsDraft)
                db.Audit.Describe(AuditEvent.BulletinWritten, bulletin.Subject());
            else
                db.Audit.Describe(AuditEvent.BulletinCorrected, bulletin.Subject(), askAgain ? "请大家重新确认" : null);
            await db.SaveChangesAsync(cancellationToken);
            return (bulletin, mails);
        },
        cancellationToken);

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
            var waiting = (await db.ReadersAsync(bulletin, cancellationToken)).FindAll(reader => reader.ConfirmedAt is null);
            var written = await db.AddMailsAsync(
                MailKind.Reminder, waiting.ConvertAll(reader => new MailDraft($"bulletin-{bulletin.Id}-{reader.Recipient.PersonId}-{today:yyyyMMdd}", reader.Recipient, new MailValues
                {
                    Unit = reader.CommitteeName ?? reader.Posts[0],
                    Matter = $"确认已阅：{bulletin.Title}",
                    Path = $"/bulletins/{bulletin.Id}",
                })), now, cancellationToken);
            if (written > 0)
                db.Audit.Describe(AuditEvent.Reminded, $"{bulletin.Subject()}，{written} 人");
            await db.SaveChangesAsync(cancellationToken);
            return new ReminderResult(written, waiting.Count - written, [.. waiting.Where(reader => !reader.HasAddress).Select(reader => reader.Recipient.Name)], []);
        },
        cancellationToken);
}
