using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>学校党委考评 of a branch: an optional re-score that takes the place of the committee's score, and the school's veto.</summary>
public sealed class SchoolEvaluation
{
    public const int ReasonMaxLength = 300;

    private SchoolEvaluation()
    {
    }

    public SchoolEvaluation(int participantId) => ParticipantId = participantId;

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    /// <summary>学校评分, in points of 100; null when not re-scored.</summary>
    public decimal? Rescore { get; private set; }

    /// <summary>Whether the re-score was worked out item by item; those not re-scored count as the committee scored them.</summary>
    public bool IsByItems { get; private set; }

    /// <summary>一票否决 as marked by the school.</summary>
    public bool Vetoed { get; private set; }

    public string? Reason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>Sets or takes back the school's score, as a total or worked out of items, and its veto.</summary>
    public void Record(decimal? rescore, bool vetoed, string? reason, string by, DateTime at, bool isByItems = false)
    {
        Rescore = rescore is { } points ? Score.Of(points) : null;
        Reason = Text.Optional(reason, ReasonMaxLength, "理由");
        (IsByItems, Vetoed, RecordedBy, RecordedAt) = (isByItems && rescore is not null, vetoed, by, at);
    }

    /// <summary>Works a re-score by items out anew after the committee changed what the school had left as it was.</summary>
    public void Rework(decimal rescore)
    {
        if (IsByItems)
            Rescore = Score.Of(rescore);
    }
}
