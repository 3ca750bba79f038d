namespace BranchGrading.Data.Mail;

/// <summary>Subject and body of one mail, made by <see cref="MailWording.For"/>.</summary>
public sealed record MailText(string Subject, string Body);
