namespace BranchGrading.Data.Auditing;

/// <summary>The end of the chain; its one row is updated first by whoever appends, so that appends wait for one another.</summary>
public sealed class AuditHead
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Sequence { get; init; }

    public string Hash { get; init; } = "";
}
