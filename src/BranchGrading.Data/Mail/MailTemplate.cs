namespace BranchGrading.Data.Mail;

/// <summary>The wording of a kind of mail as the department changed it; without a row the built-in wording holds.</summary>
public sealed class MailTemplate
{
    public int Id { get; private set; }

    public required MailKind Kind { get; init; }

    public string Subject { get; set; } = "";

    public string Body { get; set; } = "";

    /// <summary>Whether mails of this kind are sent by themselves.</summary>
    public bool IsOn { get; set; } = true;

    public Guid Version { get; private set; }
}
