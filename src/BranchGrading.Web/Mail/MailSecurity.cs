namespace BranchGrading.Web.Mail;

/// <summary>How the line to the mail server is secured; its certificate is always checked.</summary>
public enum MailSecurity
{
    /// <summary>Begins in clear and turns to TLS before anything is told; a server that cannot is refused. Usually port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte, usually port 465.</summary>
    Ssl,

    /// <summary>None: only for a relay on the same machine or a closed net, and never with a password.</summary>
    None,
}
