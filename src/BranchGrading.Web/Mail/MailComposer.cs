using System.Security.Cryptography;
using System.Text;
using BranchGrading.Data;
using BranchGrading.Data.Mail;
using BranchGrading.Domain.HandIns;
using BranchGrading.Web.Attachments;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace BranchGrading.Web.Mail;

/// <summary>Makes what goes over the line of a row of the outbox, the same at every try.</summary>
public sealed class MailComposer(GradingDbContext db, AttachmentStore store, MailOptions options)
{
    /// <returns>The message; null where the address is none.</returns>
    /// <exception cref="FileNotFoundException">A file that goes along is gone, or is not what was frozen.</exception>
    public async Task<MimeMessage?> ComposeAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        // One address, nothing that would make it several, in letters that every server takes.
        if (!MailboxAddress.TryParse(mail.Address, out var to) || to.Address != mail.Address || !Ascii.IsValid(mail.Address) || !to.Address.Contains('@', StringComparison.Ordinal))
            return null;
        var from = MailboxAddress.Parse(options.From);
        var message = new MimeMessage { Subject = mail.Subject, Date = new DateTimeOffset(mail.WrittenAt, TimeSpan.Zero), MessageId = IdOf(mail, from.Domain) };
        message.From.Add(new MailboxAddress(Encoding.UTF8, options.FromName, from.Address));
        message.To.Add(new MailboxAddress(Encoding.UTF8, mail.RecipientName, to.Address));
        // Holidays' automatic answers need not come.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        var body = new BodyBuilder { TextBody = mail.Body };
        if (mail.HandInId is { } handIn)
        {
            foreach (var file in await db.Set<HandInFile>().AsNoTracking().Where(file => file.HandInId == handIn).OrderBy(file => file.Id).ToListAsync(cancellationToken))
            {
                body.Attachments.Add(file.FileName, await store.ReadAsync(file.StoredName, file.Sha256, cancellationToken) ?? throw new FileNotFoundException("A file of a hand-in is gone or is not what was frozen."));
            }
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    /// <summary>The same for every try, so that a mail program shows a mail that came twice once; tells nothing of the row.</summary>
    private static string IdOf(OutboxMail mail, string domain) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.Id}\n{mail.Key}\n{mail.WrittenAt.Ticks}")))[..32]}@{(domain is "" ? "localhost" : domain)}";
}
