namespace BranchGrading.Data;

/// <summary>The key of a form that was carried out: a second POST with the same key has no second effect.</summary>
public sealed class FormKey
{
    public Guid Key { get; init; }

    public int AccountId { get; init; }

    public DateTime At { get; init; }

    /// <summary>Where the first POST led, once known.</summary>
    public string? Location { get; set; }
}
