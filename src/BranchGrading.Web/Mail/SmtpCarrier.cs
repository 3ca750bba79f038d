using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BranchGrading.Web.Mail;

/// <summary>Tells mails to a server, one after another on one line; a line that broke is built anew.</summary>
public sealed class SmtpCarrier : IMailCarrier
{
    /// <summary>How long a program that stops waits for the mail that is being told.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly MailOptions _options;
    private readonly EndOfData _ear = new();
    private readonly SmtpClient _client;

    public SmtpCarrier(MailOptions options)
    {
        _options = options;
        // The certificate is checked by the client's own rules; no callback here loosens them. Lists of revoked ones are mostly out of reach from inside a campus.
        _client = new SmtpClient(_ear) { Timeout = options.TimeoutSeconds * 1000, CheckCertificateRevocation = false };
    }

    public async Task<MailOutcome> CarryAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        // Every step has its own limit; a server that answers each of them slowly is cut here, well within the lease.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        _ear.Restart();
        try
        {
            if (!_client.IsConnected)
            {
                await _client.ConnectAsync(_options.Host, _options.UsedPort, _options.Security switch
                {
                    MailSecurity.Ssl => SecureSocketOptions.SslOnConnect,
                    MailSecurity.StartTls => SecureSocketOptions.StartTls,
                    _ => SecureSocketOptions.None,
                }, limit.Token);
                if (_options.UserName is not "" && !_client.Capabilities.HasFlag(SmtpCapabilities.Authentication))
                {
                    await LeaveAsync();
                    return new MailOutcome("发信服务器不提供登录，没有发送。请系统管理员去掉用户名和密码，或换一个端口。", IsServerDown: true);
                }

                if (_options.UserName is not "")
                    await _client.AuthenticateAsync(_options.UserName, _options.Password, limit.Token);
            }
        }
        catch (Exception failure) when (IsOfLine(failure, cancellationToken))
        {
            await LeaveAsync();
            return new MailOutcome(WhyNoLine(failure), IsServerDown: true);
        }

        try
        {
            // A mail that is being told is told to its end, also when the program stops: else nobody knew whether it arrived.
            using var end = new CancellationTokenSource(TimeSpan.FromSeconds(_options.TimeoutSeconds * 3));
            await using var soon = cancellationToken.Register(() => end.CancelAfter(Grace));
            await _client.SendAsync(message, end.Token);
            return MailOutcome.Sent;
        }
        catch (SmtpCommandException refused)
        {
            return Refusal(refused);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && _ear.IsUnanswered)
        {
            // The program stops just between the mail and its answer.
            return new MailOutcome(Data.Mail.OutboxMail.Unclear, IsUnclear: true, IsServerDown: true);
        }
        catch (Exception failure) when (IsOfLine(failure, cancellationToken))
        {
            var isUnclear = _ear.IsUnanswered;
            await LeaveAsync();
            return new MailOutcome(isUnclear ? Data.Mail.OutboxMail.Unclear : "发送中途连接断开，对方服务器没有收下。", IsUnclear: isUnclear, IsServerDown: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LeaveAsync();
        _client.Dispose();
    }

    private static MailOutcome Refusal(SmtpCommandException refused)
    {
        var code = (int)refused.StatusCode;
        var isForGood = code is >= 500 and < 600;
        return refused.ErrorCode switch
        {
            SmtpErrorCode.RecipientNotAccepted => new MailOutcome(
                isForGood ? $"对方服务器拒收：没有这个邮箱，或者不接收外来邮件（{code}）。请核对邮箱地址。" : $"对方服务器暂时不收（{code}）。", isForGood),
            SmtpErrorCode.MessageNotAccepted => new MailOutcome(isForGood ? $"对方服务器不接受这封邮件（{code}）。" : $"对方服务器暂时不收（{code}）。", isForGood),
            SmtpErrorCode.SenderNotAccepted => new MailOutcome($"发信服务器不接受发信地址（{code}），请联系系统管理员。", IsServerDown: true),
            _ => new MailOutcome($"发信服务器暂时不收（{code}）。", IsServerDown: true),
        };
    }

    private static string WhyNoLine(Exception failure) => failure switch
    {
        AuthenticationException => "登录发信服务器失败：用户名或密码不对，请联系系统管理员。",
        SslHandshakeException => "发信服务器的证书不可信，没有发送，请联系系统管理员。",
        NotSupportedException => "发信服务器不支持所要求的加密连接，没有发送，请联系系统管理员。",
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => "找不到发信服务器，请系统管理员核对它的名称。",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "发信服务器没有开启，连接被拒绝。",
        TimeoutException or OperationCanceledException => "发信服务器太久没有回应。",
        _ => "连不上发信服务器。",
    };

    /// <summary>Whatever may go wrong between us and the server; our own stopping is none of it.</summary>
    private static bool IsOfLine(Exception failure, CancellationToken stopping) => failure switch
    {
        OperationCanceledException => !stopping.IsCancellationRequested,
        IOException or SocketException or TimeoutException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or NotSupportedException or ServiceNotConnectedException or InvalidOperationException => true,
        _ => false,
    };

    private async Task LeaveAsync()
    {
        try
        {
            // A server that is gone or slow is not waited for.
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await _client.DisconnectAsync(quit: !_ear.IsUnanswered, soon.Token);
        }
        catch (Exception gone) when (IsOfLine(gone, CancellationToken.None))
        {
        }
    }
}
