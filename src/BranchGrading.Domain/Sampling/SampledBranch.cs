using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Sampling;

/// <summary>A branch that was drawn.</summary>
public sealed class SampledBranch
{
    private SampledBranch()
    {
    }

    internal SampledBranch(int participantId) => ParticipantId = participantId;

    public int Id { get; private set; }

    public int SampleId { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;
}
