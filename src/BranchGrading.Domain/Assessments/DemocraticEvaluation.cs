using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Assessments;

/// <summary>党员测评 or 群众测评 of a branch: the vote of one panel, counted.</summary>
public sealed class DemocraticEvaluation
{
    private DemocraticEvaluation()
    {
    }

    public DemocraticEvaluation(int participantId, Panel panel, BallotCount count) =>
        (ParticipantId, Panel, Count) = (participantId, panel, count);

    public int Id { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public Panel Panel { get; private set; }

    public BallotCount Count { get; private set; } = null!;

    public Guid Version { get; private set; }

    /// <summary>Replaces the counts by corrected ones.</summary>
    public void Recount(BallotCount count) => Count = count;
}
