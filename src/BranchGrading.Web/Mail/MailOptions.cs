using MimeKit;

namespace BranchGrading.Web.Mail;

/// <summary><c>BranchGrading:Mail</c>: the server that sends, or a folder that keeps. Without both, mails rest in the outbox.</summary>
public sealed class MailOptions
{
    public string Host { get; set; } = "";

    /// <summary>0 for the usual one of <see cref="Security"/>.</summary>
    public int Port { get; set; }

    public MailSecurity Security { get; set; }

    public string UserName { get; set; } = "";

    /// <summary>From a secret: an environment variable or a file outside the program's folder.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that mails come from.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "";

    /// <summary>Where mails are laid down as .eml files instead, for another program to send.</summary>
    public string PickupFolder { get; set; } = "";

    /// <summary>The most seconds for one step on the line.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    public bool HasServer => Host is not "";

    public bool HasFolder => !HasServer && PickupFolder is not "";

    public int UsedPort => Port > 0 ? Port : Security switch { MailSecurity.Ssl => 465, MailSecurity.StartTls => 587, _ => 25 };

    /// <summary>What is wrong with the settings, in one sentence; null when they hold together.</summary>
    public string? WhyWrong() =>
        Port is < 0 or > 65535 ? "BranchGrading:Mail:Port must be from 0 to 65535."
        : TimeoutSeconds is < 1 or > 60 ? "BranchGrading:Mail:TimeoutSeconds must be from 1 to 60."
        : !Enum.IsDefined(Security) ? "BranchGrading:Mail:Security must be StartTls, Ssl or None."
        : (HasServer || HasFolder) && !MailboxAddress.TryParse(From, out _) ? "BranchGrading:Mail:From must be the e-mail address that mails come from."
        : Security == MailSecurity.None && Password is not "" ? "BranchGrading:Mail:Security is None: a password would travel in clear. Use StartTls or Ssl."
        : null;
}
