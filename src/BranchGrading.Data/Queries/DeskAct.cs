using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>What the department is about to do with some branches at its desk; as long as no grade is chosen, nothing.</summary>
public sealed record DeskAct(IReadOnlySet<int> ParticipantIds, Grade? Grade, string Reason)
{
    /// <summary>Whether the decisions on them are taken back instead.</summary>
    public bool TakesBack { get; init; }

    /// <summary>The decision that a branch would have.</summary>
    public GradeDecision? DecisionOf(GradingCandidate candidate) => TakesBack ? null : Grade is { } grade ? new GradeDecision(grade, Reason) : candidate.Decision;
}
