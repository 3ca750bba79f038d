namespace BranchGrading.Data.Mail;

/// <summary>One of several mails of a kind that are written together.</summary>
/// <param name="Key">What makes it one mail.</param>
/// <param name="Recipient">Who gets it.</param>
/// <param name="Values">What the template's fields stand for.</param>
/// <param name="ExpiresAt">From when on it would tell of what is over; null for never.</param>
public sealed record MailDraft(string Key, MailRecipient Recipient, MailValues Values, DateTime? ExpiresAt = null);
