using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Rounds;

/// <summary>评定结果 as published: grade, explanation and inputs of one branch, shown unchanged by later versions of the program.</summary>
public sealed class PublishedGrade
{
    private PublishedGrade()
    {
    }

    public PublishedGrade(int participantId, Grade grade, string candidateJson, string outcomeJson) =>
        (ParticipantId, Grade, CandidateJson, OutcomeJson) = (participantId, grade, candidateJson, outcomeJson);

    public int Id { get; private set; }

    public int PublicationId { get; private set; }

    public int ParticipantId { get; private set; }

    public Participant Participant { get; private set; } = null!;

    public Grade Grade { get; private set; }

    /// <summary>What went into the computation.</summary>
    public string CandidateJson { get; private set; } = "";

    /// <summary>What came out, with every line of the explanation.</summary>
    public string OutcomeJson { get; private set; } = "";
}
