using MimeKit;

namespace BranchGrading.Web.Mail;

/// <summary>Lays mails down as .eml files. The name comes of the Message-Id, so that a mail laid down twice is one file.</summary>
public sealed class FolderCarrier(string folder) : IMailCarrier
{
    public async Task<MailOutcome> CarryAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var path = Path.Combine(Directory.CreateDirectory(folder).FullName, message.MessageId!.Split('@')[0] + ".eml");
            // Whole or not at all: whoever empties the folder looks for *.eml.
            await message.WriteToAsync(path + ".part", cancellationToken);
            File.Move(path + ".part", path, overwrite: true);
            return MailOutcome.Sent;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome("存放邮件的文件夹写不进去，请联系系统管理员。", IsServerDown: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
