namespace BranchGrading.Data.Identity;

/// <summary>A session that was signed out: its cookie is refused, wherever a copy of it lies, until it would have ended by itself.</summary>
public sealed class EndedSession
{
    public Guid Id { get; init; }

    public DateTime ExpiresAt { get; init; }
}
