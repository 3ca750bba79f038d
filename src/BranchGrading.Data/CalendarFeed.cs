namespace BranchGrading.Data;

/// <summary>The secret address of somebody's calendar (.ics); kept as a hash, renewed at will.</summary>
public sealed class CalendarFeed
{
    public int Id { get; private set; }

    public required int AccountId { get; init; }

    /// <summary>SHA-256 of the secret, 64 hexadecimal digits.</summary>
    public required string SecretHash { get; set; }

    public required DateTime MadeAt { get; set; }
}
