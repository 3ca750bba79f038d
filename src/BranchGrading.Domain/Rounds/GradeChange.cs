using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Rounds;

/// <summary>改定 and 更正: a grade settled otherwise than it was published, on an objection or, after the round is final, by a correction (§2.5).</summary>
public sealed class GradeChange
{
    public const int ReasonMaxLength = 300;
    public const int DocumentNumberMaxLength = 60;

    private GradeChange()
    {
    }

    /// <summary>改定 on an objection, of the branch objected to or of one that it moves.</summary>
    public static GradeChange OnObjection(int roundId, int participantId, Objection objection, Grade from, Grade to, string reason, string by, DateTime at) =>
        new() { RoundId = roundId, ParticipantId = participantId, Objection = objection, From = from, To = to, Reason = Text.Required(reason, ReasonMaxLength, "改定的理由"), By = by, At = at };

    /// <summary>更正 after the round is final; the published grade itself stays as it was.</summary>
    public static GradeChange Correction(int roundId, int participantId, Grade from, Grade to, string reason, string documentNumber, string by, DateTime at) => new()
    {
        RoundId = roundId,
        ParticipantId = participantId,
        From = from,
        To = to,
        IsCorrection = true,
        Reason = Text.Required(reason, ReasonMaxLength, "更正的理由"),
        DocumentNumber = Text.Required(documentNumber, DocumentNumberMaxLength, "文号"),
        By = by,
        At = at,
    };

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public int? ObjectionId { get; private set; }

    public Objection? Objection { get; private set; }

    /// <summary>更正 of a final grade, else 改定 during the publicity.</summary>
    public bool IsCorrection { get; private set; }

    public Grade From { get; private set; }

    public Grade To { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The paper that a correction rests on.</summary>
    public string? DocumentNumber { get; private set; }

    public string By { get; private set; } = "";

    public DateTime At { get; private set; }
}
