namespace BranchGrading.Data.Auditing;

/// <summary>One row of the audit: who, when, from where, what, on what, old → new, why; chained by hashes.</summary>
public sealed class AuditEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Sequence { get; init; }

    public DateTime At { get; init; }

    public int? AccountId { get; init; }

    public required string Actor { get; init; }

    public string? Address { get; init; }

    /// <summary>A name of the catalogue <see cref="AuditEvent"/>.</summary>
    public required string Event { get; init; }

    public string? Subject { get; init; }

    public string? Reason { get; init; }

    /// <summary>Old → new of every row that changed, as JSON.</summary>
    public string? Changes { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}
