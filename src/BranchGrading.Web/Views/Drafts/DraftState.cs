namespace BranchGrading.Web.Views.Drafts;

/// <summary>
/// What a page or the script shows of one piece of a draft: saved when and by whom, or what stands in the way. Fields are named as in its form.
/// </summary>
public sealed record DraftState
{
    public Guid Version { get; init; }

    /// <summary>已保存 12:03; null where nothing is saved yet.</summary>
    public string? SavedAt { get; init; }

    public string? SavedBy { get; init; }

    /// <summary>Whether nothing is missing in it.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Changed elsewhere since it was read: <see cref="Saved"/> stands beside what was typed.</summary>
    public bool IsStale { get; init; }

    /// <summary>What is saved, in words; only where it is stale.</summary>
    public string? Saved { get; init; }

    /// <summary>What is saved, field by field, to be taken over; only where it is stale.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; init; } = new Dictionary<string, string?>();

    /// <summary>Why it was not saved.</summary>
    public string? Error { get; init; }

    /// <summary>Nothing can be saved any more: trying again is of no use.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Texts to be put wherever a page names their key (data-live).</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>What a page shows or hides by its key (data-shown).</summary>
    public IReadOnlyDictionary<string, bool> Shown { get; init; } = new Dictionary<string, bool>();

    [System.Text.Json.Serialization.JsonIgnore]
    public int StatusCode => IsStale || IsLocked ? StatusCodes.Status409Conflict : Error is not null ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
}
