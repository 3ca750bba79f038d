using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>自我评价 of a branch in a round.</summary>
public sealed class SelfAssessment
{
    private SelfAssessment()
    {
    }

    /// <summary>A total that came from paper (来自纸质).</summary>
    public static SelfAssessment FromPaper(int participantId, decimal total, string by, DateTime at)
    {
        var assessment = new SelfAssessment { ParticipantId = participantId };
        assessment.ImportTotal(total, by, at);
        return assessment;
    }

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    /// <summary>自评得分 imported as a total, in points of 100; null where the items tell it.</summary>
    public decimal? ImportedTotal { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    public string? SubmittedBy { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Replaces the total that came from paper.</summary>
    public void ImportTotal(decimal total, string by, DateTime at) =>
        (ImportedTotal, SubmittedBy, SubmittedAt) = (Score.Of(total), by, at);
}
