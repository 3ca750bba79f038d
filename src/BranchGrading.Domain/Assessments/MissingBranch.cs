namespace BranchGrading.Domain.Assessments;

/// <summary>缺报: a branch that a committee's report goes up without, and why.</summary>
public sealed class MissingBranch
{
    public const int ReasonMaxLength = 300;

    private MissingBranch()
    {
    }

    public MissingBranch(int participantId, string reason) =>
        (ParticipantId, Reason) = (participantId, Text.Required(reason, ReasonMaxLength, "缺报的原因"));

    public int Id { get; private set; }

    public int ReportId { get; private set; }

    public int ParticipantId { get; private set; }

    public string Reason { get; private set; } = "";
}
