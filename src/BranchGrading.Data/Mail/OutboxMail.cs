namespace BranchGrading.Data.Mail;

/// <summary>A mail that waits, was sent or was given up: written in the transaction of what it tells of, sent by the background.</summary>
public sealed class OutboxMail
{
    public const int KeyMaxLength = 120;
    public const int RecipientMaxLength = 60;
    public const int SubjectMaxLength = 200;
    public const int BodyMaxLength = 4000;
    public const int AddressMaxLength = 254;
    public const int ErrorMaxLength = 500;

    private OutboxMail()
    {
    }

    public OutboxMail(MailKind kind, string key, MailRecipient recipient, MailText text, DateTime now, int? handInId = null, DateTime? expiresAt = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(key.Length, KeyMaxLength);
        (Kind, Key, PersonId, HandInId, WrittenAt, NextTryAt, ExpiresAt) = (kind, key, recipient.PersonId, handInId, now, now, expiresAt);
        RecipientName = MailWording.Cut(recipient.Name, RecipientMaxLength);
        Address = recipient.Address?.Trim() is { Length: <= AddressMaxLength } address ? address : "";
        (Subject, Body) = (text.Subject, text.Body);
        if (Address is "")
            LastError = NoAddress;
    }

    /// <summary>Why a mail to nowhere rests.</summary>
    public const string NoAddress = "收件人没有登记邮箱。";

    /// <summary>Why a mail was given up that somebody stopped.</summary>
    public const string Stopped = "已由人工停止，没有发送。";

    /// <summary>Why a mail was given up that tells of a moment which has passed.</summary>
    public const string Expired = "要提醒的时间已经过了，没有再发。";

    /// <summary>The line broke when all was told but before the server answered: it may have arrived. Tried once more, not oftener, so that nobody gets a third.</summary>
    public const string Unclear = "邮件已经传完，但没有等到对方服务器确认，可能已经送达。";

    /// <summary>The same for the second time: given up, as one more might be the third.</summary>
    public const string UnclearTwice = Unclear + "这样的情况已有两次，没有再发；请向收件人核实，需要时点「再试」。";

    public int Id { get; private set; }

    /// <summary>What makes it one mail, e.g. kind, object and recipient: the same is never written twice.</summary>
    public string Key { get; private set; } = "";

    public MailKind Kind { get; private set; }

    /// <summary>Who gets it; null for an address such as the department's.</summary>
    public int? PersonId { get; private set; }

    public string RecipientName { get; private set; } = "";

    /// <summary>Empty where the person has none: the mail rests and says so.</summary>
    public string Address { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>The hand-in whose frozen files go along; null for none.</summary>
    public int? HandInId { get; private set; }

    public DateTime WrittenAt { get; private set; }

    /// <summary>Not before this moment.</summary>
    public DateTime NextTryAt { get; private set; }

    /// <summary>From this moment on it tells of what is over, e.g. of a deadline that lies ahead, and is not sent any more; null for never.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; private set; }

    /// <summary>Who is sending it; another may take it when <see cref="ClaimedUntil"/> has passed.</summary>
    public Guid? ClaimedBy { get; private set; }

    public DateTime? ClaimedUntil { get; private set; }

    public DateTime? SentAt { get; private set; }

    /// <summary>When it was given up, or stopped by hand.</summary>
    public DateTime? GivenUpAt { get; private set; }

    public string? LastError { get; private set; }
}
