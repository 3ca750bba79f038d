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

    /// <summary>The grade after the latest correction of a final round; null while there is none. <see cref="Grade"/> stays as it was.</summary>
    public Grade? CorrectedTo { get; private set; }

    /// <summary>The grade in effect: as corrected, else as published.</summary>
    public Grade InEffect => CorrectedTo ?? Grade;

    /// <summary>What went into the computation.</summary>
    public string CandidateJson { get; private set; } = "";

    /// <summary>What came out, with every line of the explanation.</summary>
    public string OutcomeJson { get; private set; } = "";

    /// <summary>改定 on an objection while the publicity runs: grade, inputs and explanation as they are after it.</summary>
    public void Change(Grade grade, string candidateJson, string outcomeJson) => (Grade, CandidateJson, OutcomeJson) = (grade, candidateJson, outcomeJson);

    /// <summary>更正 after the round is final.</summary>
    public void Correct(Grade grade) => CorrectedTo = grade;
}
