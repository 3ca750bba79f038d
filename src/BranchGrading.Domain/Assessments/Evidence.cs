using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>考评记录: what the school found out about a branch, or about a committee's report, in one of five ways (§1).</summary>
public sealed class Evidence
{
    public const int ContentMaxLength = 2000;

    private Evidence()
    {
    }

    /// <summary>On a branch.</summary>
    public static Evidence OnBranch(Participant participant, EvidenceKind kind, DateOnly on, string content, string by, DateTime at)
    {
        var evidence = new Evidence { RoundId = participant.RoundId, CommitteeId = participant.CommitteeId, ParticipantId = participant.Id };
        evidence.Edit(kind, on, content, by, at);
        return evidence;
    }

    /// <summary>On a committee's report as a whole.</summary>
    public static Evidence OnReport(int roundId, int committeeId, EvidenceKind kind, DateOnly on, string content, string by, DateTime at)
    {
        var evidence = new Evidence { RoundId = roundId, CommitteeId = committeeId };
        evidence.Edit(kind, on, content, by, at);
        return evidence;
    }

    public int Id { get; private set; }

    public int RoundId { get; private set; }

    public GradingRound Round { get; private set; } = null!;

    public int CommitteeId { get; private set; }

    public Committee Committee { get; private set; } = null!;

    /// <summary>The branch; null where the record is about the committee's report.</summary>
    public int? ParticipantId { get; private set; }

    public Participant? Participant { get; private set; }

    public EvidenceKind Kind { get; private set; }

    /// <summary>The day it was gathered.</summary>
    public DateOnly On { get; private set; }

    public string Content { get; private set; } = "";

    public DateTime RecordedAt { get; private set; }

    public string RecordedBy { get; private set; } = "";

    public Guid Version { get; private set; }

    public void Edit(EvidenceKind kind, DateOnly on, string content, string by, DateTime at)
    {
        Content = Text.Required(content, ContentMaxLength, "考评情况");
        (Kind, On, RecordedBy, RecordedAt) = (kind, on, by, at);
    }
}
