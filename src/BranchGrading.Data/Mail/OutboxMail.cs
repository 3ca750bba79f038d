namespace BranchGrading.Data.Mail;

/// <summary>A mail that waits, was sent or was given up: written in the transaction of what it tells of, sent by the background.</summary>
public sealed class OutboxMail
{
    public const int KeyMaxLength = 120;
    public const int SubjectMaxLength = 200;
    public const int BodyMaxLength = 4000;
    public const int AddressMaxLength = 254;
    public const int ErrorMaxLength = 500;

    public int Id { get; private set; }

    /// <summary>What makes it one mail, e.g. kind, object and recipient: the same is never written twice.</summary>
    public required string Key { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>Who gets it; null for an address such as the department's.</summary>
    public int? PersonId { get; init; }

    public required string RecipientName { get; init; }

    /// <summary>Empty where the person has none: the mail rests and says so.</summary>
    public required string Address { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>The hand-in whose frozen files go along; null for none.</summary>
    public int? HandInId { get; init; }

    public required DateTime WrittenAt { get; init; }

    /// <summary>Not before this moment.</summary>
    public DateTime NextTryAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; set; }

    /// <summary>Who is sending it; another may take it when <see cref="ClaimedUntil"/> has passed.</summary>
    public Guid? ClaimedBy { get; set; }

    public DateTime? ClaimedUntil { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>When it was given up, or stopped by hand.</summary>
    public DateTime? GivenUpAt { get; set; }

    public string? LastError { get; set; }
}
