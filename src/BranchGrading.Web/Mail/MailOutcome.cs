namespace BranchGrading.Web.Mail;

/// <summary>How one try ended.</summary>
/// <param name="Error">Null when the server took the mail over; else why not, in plain words without addresses.</param>
/// <param name="IsFinal">Trying again is no use: the recipient is refused for good.</param>
/// <param name="IsUnclear">All was told, but no answer came: it may have arrived.</param>
/// <param name="IsServerDown">It was not about this mail: others would fail as well.</param>
public sealed record MailOutcome(string? Error, bool IsFinal = false, bool IsUnclear = false, bool IsServerDown = false)
{
    public static MailOutcome Sent { get; } = new((string?)null);
}
