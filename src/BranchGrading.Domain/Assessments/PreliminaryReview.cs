using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>初审初评: the committee's score, veto, opinion and proposed grade for a branch.</summary>
public sealed class PreliminaryReview
{
    public const int OpinionMaxLength = 1000;

    private PreliminaryReview()
    {
    }

    public PreliminaryReview(int participantId) => ParticipantId = participantId;

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    /// <summary>初评得分 imported as a total, in points of 100; null where not given.</summary>
    public decimal? ImportedTotal { get; private set; }

    /// <summary>一票否决 as marked by the committee.</summary>
    public bool Vetoed { get; private set; }

    public string? Opinion { get; private set; }

    /// <summary>初评等级: recorded, does not enter the computation.</summary>
    public Grade? ProposedGrade { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>Takes over what the committee worked out on paper.</summary>
    public void Import(decimal? total, bool vetoed, string? opinion, Grade? proposedGrade, string by, DateTime at)
    {
        ImportedTotal = total is { } points ? Score.Of(points) : null;
        Opinion = Text.Optional(opinion, OpinionMaxLength, "初评意见");
        (Vetoed, ProposedGrade, RecordedBy, RecordedAt) = (vetoed, proposedGrade, by, at);
    }
}
