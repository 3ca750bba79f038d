using BranchGrading.Data.Mail;

namespace BranchGrading.Data.Queries;

/// <summary>Somebody a bulletin is for, once, whatever number of posts.</summary>
/// <param name="Recipient">The person.</param>
/// <param name="CommitteeName">The committee, the first of several; null for those of the school.</param>
/// <param name="Posts">As what it reaches them, e.g. 支部书记（材料教工支部）.</param>
/// <param name="HasAccount">Whether they can sign in to read it.</param>
/// <param name="ConfirmedAt">When they confirmed; null for not yet.</param>
public sealed record BulletinReader(MailRecipient Recipient, string? CommitteeName, IReadOnlyList<string> Posts, bool HasAccount, DateTime? ConfirmedAt)
{
    public bool HasAddress => !string.IsNullOrWhiteSpace(Recipient.Address);
}
