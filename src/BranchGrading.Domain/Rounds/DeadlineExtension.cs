namespace BranchGrading.Domain.Rounds;

/// <summary>延期: a later deadline for all branches of one committee, or for one branch, with the reason (§2).</summary>
public sealed class DeadlineExtension
{
    public const int ReasonMaxLength = 300;

    private DeadlineExtension()
    {
    }

    public DeadlineExtension(int roundId, int committeeId, int? participantId, DeadlineKind kind, DateTime until, string reason, string by, DateTime at)
    {
        (RoundId, CommitteeId, ParticipantId, Kind, Until, GrantedBy, GrantedAt) = (roundId, committeeId, participantId, kind, until, by, at);
        if (kind == DeadlineKind.HandIn && participantId is not null)
            throw new RuleViolationException("报表由二级党组织报送，报送截止只能给整个二级党组织延期。");
        Reason = Text.Required(reason, ReasonMaxLength, "延期的理由");
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public int CommitteeId { get; private set; }

    /// <summary>The one branch; null for all of the committee.</summary>
    public int? ParticipantId { get; private set; }

    public DeadlineKind Kind { get; private set; }

    /// <summary>The first moment that is too late, in UTC.</summary>
    public DateTime Until { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime GrantedAt { get; private set; }

    public string GrantedBy { get; private set; } = "";
}
