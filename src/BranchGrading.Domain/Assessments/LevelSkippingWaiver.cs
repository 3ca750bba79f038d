using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>特批: an approved exception from 不越级晋升 for one branch (§3.5c).</summary>
public sealed class LevelSkippingWaiver
{
    public const int ApprovedByMaxLength = 60;
    public const int ReasonMaxLength = 300;
    public const int DocumentNumberMaxLength = 60;

    private LevelSkippingWaiver()
    {
    }

    public LevelSkippingWaiver(int participantId, string approvedBy, string reason, string documentNumber, string by, DateTime at)
    {
        ParticipantId = participantId;
        ApprovedBy = Text.Required(approvedBy, ApprovedByMaxLength, "批准人");
        Reason = Text.Required(reason, ReasonMaxLength, "特批理由");
        DocumentNumber = Text.Required(documentNumber, DocumentNumberMaxLength, "文号");
        (RecordedBy, RecordedAt) = (by, at);
    }

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public string ApprovedBy { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string DocumentNumber { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public Guid Version { get; private set; }
}
