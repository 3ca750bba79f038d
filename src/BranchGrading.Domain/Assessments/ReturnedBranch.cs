namespace BranchGrading.Domain.Assessments;

/// <summary>A branch that the department gave back out of a committee's report, and why.</summary>
public sealed class ReturnedBranch
{
    private ReturnedBranch()
    {
    }

    internal ReturnedBranch(int participantId, string reason, string by, DateTime at)
    {
        ParticipantId = participantId;
        Reason = Text.Required(reason, CommitteeReport.ReasonMaxLength, "退回的理由");
        (ReturnedBy, ReturnedAt) = (by, at);
    }

    public int Id { get; private set; }

    public int ReportId { get; private set; }

    public int ParticipantId { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTime ReturnedAt { get; private set; }

    public string ReturnedBy { get; private set; } = "";

    /// <summary>When the review was completed again; null while it is open.</summary>
    public DateTime? SettledAt { get; private set; }

    internal void Settle(DateTime at) => SettledAt ??= at;
}
