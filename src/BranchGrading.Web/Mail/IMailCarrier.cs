using MimeKit;

namespace BranchGrading.Web.Mail;

/// <summary>Takes a mail out of the house: to a server, or into a folder.</summary>
public interface IMailCarrier : IAsyncDisposable
{
    Task<MailOutcome> CarryAsync(MimeMessage message, CancellationToken cancellationToken);
}
