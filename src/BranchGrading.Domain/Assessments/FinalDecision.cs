using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>The department's decision on a branch's grade, with its reason; it comes before the computed grade (§3.7).</summary>
public sealed class FinalDecision
{
    public const int ReasonMaxLength = 300;

    private FinalDecision()
    {
    }

    public FinalDecision(int participantId, Grade grade, string reason, string by, DateTime at)
    {
        ParticipantId = participantId;
        Change(grade, reason, by, at);
    }

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public Grade Grade { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime DecidedAt { get; private set; }

    public string DecidedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>Decides otherwise.</summary>
    public void Change(Grade grade, string reason, string by, DateTime at)
    {
        Reason = Text.Required(reason, ReasonMaxLength, "决定的理由");
        (Grade, DecidedBy, DecidedAt) = (grade, by, at);
    }
}
