namespace BranchGrading.Data;

/// <summary>A file that was sent for import and waits for its confirmation, an hour under the account that sent it.</summary>
public sealed class PendingImport
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public Guid Id { get; init; }

    /// <summary>Which import, by its name in the address.</summary>
    public required string Kind { get; init; }

    public int? RoundId { get; init; }

    public int AccountId { get; init; }

    public required string FileName { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Digest of the outcome that was shown; a confirmation with another outcome stops.</summary>
    public required string OutcomeDigest { get; init; }

    public DateTime ExpiresAt { get; init; }
}
