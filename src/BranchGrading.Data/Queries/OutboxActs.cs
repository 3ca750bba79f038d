using BranchGrading.Data.Mail;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Queries;

/// <summary>Writing mails in the transaction of what they tell of; the background sends them.</summary>
public static class OutboxActs
{
    /// <summary>The wording of a kind of mail: the department's, or the built-in one. Read it once for many recipients.</summary>
    public static async Task<MailWording> MailWordingAsync(this GradingDbContext db, MailKind kind, CancellationToken cancellationToken)
    {
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new SchoolSettings();
        var own = await db.MailTemplates.AsNoTracking().SingleOrDefaultAsync(template => template.Kind == kind, cancellationToken);
        var text = own is null || own.Body is "" ? BuiltInWording.Of(kind) : new MailText(own.Subject, own.Body);
        return new MailWording(text, own?.IsOn ?? true, settings.SchoolName, settings.DepartmentName, settings.PublicAddress);
    }

    /// <summary>
    /// Adds a mail to what the caller saves next, unless one with this key was written before. Nothing is sent here, so that no page waits and a mail tells only of what was saved.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="kind">What it is about: one that somebody asks for each time, as a text that is ready goes past the switch.</param>
    /// <param name="key">What makes it one mail: object, occasion and recipient, e.g. <c>returned-7-2-31</c>.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="text">Made by <see cref="MailWording.For"/>.</param>
    /// <param name="now">This moment.</param>
    /// <param name="handInId">The hand-in whose files go along.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The mail; null when there was one already.</returns>
    public static async Task<OutboxMail?> AddMailAsync(
        this GradingDbContext db, MailKind kind, string key, MailRecipient recipient, MailText text, DateTime now, int? handInId = null, CancellationToken cancellationToken = default)
    {
        if (BuiltInWording.Switchable.Contains(kind))
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "Mails of a kind with a switch are written by their template.");
        return await db.AddOnceAsync(kind, key, recipient, text, now, handInId, cancellationToken);
    }

    private static async Task<OutboxMail?> AddOnceAsync(
        this GradingDbContext db, MailKind kind, string key, MailRecipient recipient, MailText text, DateTime now, int? handInId, CancellationToken cancellationToken)
    {
        if (db.Mails.Local.Any(mail => mail.Key == key) || await db.Mails.AnyAsync(mail => mail.Key == key, cancellationToken))
            return null;
        var mail = new OutboxMail(kind, key, recipient, text, now, handInId);
        db.Add(mail);
        return mail;
    }

    /// <summary>Adds several of one kind, those left out whose key was written before, or all where the department switched the kind off.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddMailsAsync(this GradingDbContext db, MailKind kind, IReadOnlyCollection<MailDraft> drafts, DateTime now, CancellationToken cancellationToken)
    {
        if (drafts.Count == 0 || await db.MailWordingAsync(kind, cancellationToken) is not { IsOn: true } wording)
            return 0;
        var added = 0;
        // As many as every database takes for parameters.
        foreach (var some in drafts.DistinctBy(draft => draft.Key).Chunk(500))
        {
            var keys = some.Select(draft => draft.Key).ToList();
            var known = await db.Mails.Where(mail => keys.Contains(mail.Key)).Select(mail => mail.Key).ToHashSetAsync(cancellationToken);
            var fresh = some.Where(draft => !known.Contains(draft.Key)).Select(draft => new OutboxMail(kind, draft.Key, draft.Recipient, wording.For(draft.Recipient, draft.Values), now, expiresAt: draft.ExpiresAt)).ToList();
            db.AddRange(fresh);
            added += fresh.Count;
        }

        return added;
    }

    /// <summary>Writes one mail with the wording that holds now; none where the department switched this kind off, or where it was written already.</summary>
    public static async Task<OutboxMail?> AddMailAsync(
        this GradingDbContext db, MailKind kind, string key, MailRecipient recipient, MailValues values, DateTime now, int? handInId = null, CancellationToken cancellationToken = default)
    {
        var wording = await db.MailWordingAsync(kind, cancellationToken);
        return wording.IsOn ? await db.AddOnceAsync(kind, key, recipient, wording.For(recipient, values), now, handInId, cancellationToken) : null;
    }
}
