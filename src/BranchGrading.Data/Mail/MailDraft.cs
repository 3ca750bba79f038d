namespace BranchGrading.Data.Mail;

/// <summary>One of several mails of a kind that are written together.</summary>
public sealed record MailDraft(string Key, MailRecipient Recipient, MailValues Values);
