namespace BranchGrading.Data.Mail;

/// <summary>Who gets a mail.</summary>
/// <param name="PersonId">The person; null for an address such as the department's.</param>
/// <param name="Name">How they are addressed.</param>
/// <param name="Address">Null or empty where the person has none: the mail rests and says so.</param>
public sealed record MailRecipient(int? PersonId, string Name, string? Address);
