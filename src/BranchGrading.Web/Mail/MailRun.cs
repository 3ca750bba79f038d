using BranchGrading.Data;
using BranchGrading.Data.Mail;
using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Mail;

/// <summary>One round through the outbox: claims what is due, mail by mail, and sends it.</summary>
public sealed class MailRun(GradingDbContext db, MailComposer composer, MailOptions options, SchoolClock clock)
{
    private const int MostWrites = 6;

    /// <summary>Sends until nothing is due, or the server does not answer.</summary>
    /// <returns>Why the server could not be used; null when nothing was wrong with it.</returns>
    public async Task<string?> SendDueAsync(CancellationToken cancellationToken)
    {
        if (!options.HasServer && !options.HasFolder)
            return null;
        await using IMailCarrier carrier = options.HasServer ? new SmtpCarrier(options) : new FolderCarrier(options.PickupFolder);
        while (await db.ClaimMailAsync(clock.UtcNow, cancellationToken) is { } mail)
        {
            var outcome = await CarryAsync(carrier, mail, cancellationToken);
            await KeepAsync(() => outcome.Error is { } error ? FailAsync(mail, outcome, error) : db.MarkSentAsync(mail, clock.UtcNow, CancellationToken.None));
            if (outcome.IsServerDown)
                return outcome.Error;
        }

        return null;
    }

    private async Task<MailOutcome> CarryAsync(IMailCarrier carrier, OutboxMail mail, CancellationToken cancellationToken)
    {
        if (mail.ExpiresAt <= clock.UtcNow)
            return new MailOutcome(OutboxMail.Expired, IsFinal: true);
        if (clock.UtcNow - mail.NextTryAt > MailPauses.Fresh)
            return new MailOutcome("等了七天以上没有发出，内容可能已经过时，没有再发。", IsFinal: true);
        try
        {
            return await composer.ComposeAsync(mail, cancellationToken) is { } message
                ? await carrier.CarryAsync(message, cancellationToken)
                : new MailOutcome("邮箱地址写得不对（只能是一个地址，只能有英文字母、数字和符号），没有发送。请改正后再试。", IsFinal: true);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await KeepAsync(() => db.ReleaseMailAsync(mail, CancellationToken.None));
            throw;
        }
        catch (FileNotFoundException)
        {
            return new MailOutcome("要附上的文件丢失或被改动，没有发送，请联系系统管理员。");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome("要附上的文件读不出来，没有发送，请联系系统管理员。");
        }
    }

    /// <summary>What the server took over must be written down, whatever becomes of us and however busy the database is: else it would be sent again.</summary>
    private static async Task KeepAsync(Func<Task> write)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await write();
                return;
            }
            // Whatever the provider throws: on SQL Server it is wrapped once the retries are used up.
            catch (Exception) when (tries < MostWrites)
            {
                await Task.Delay(TimeSpan.FromSeconds(tries), CancellationToken.None);
            }
        }
    }

    /// <summary>A second mail that may have arrived is the last: who got one twice must not get it a third time.</summary>
    private Task FailAsync(OutboxMail mail, MailOutcome outcome, string error)
    {
        var wasUnclear = mail.LastError?.StartsWith(OutboxMail.Unclear, StringComparison.Ordinal) == true;
        return outcome.IsUnclear && wasUnclear
            ? db.MarkFailedAsync(mail, OutboxMail.UnclearTwice, isFinal: true, clock.UtcNow, CancellationToken.None)
            : db.MarkFailedAsync(mail, wasUnclear && !outcome.IsUnclear ? OutboxMail.Unclear + "再试时：" + error : error, outcome.IsFinal, clock.UtcNow, CancellationToken.None);
    }
}
