using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>All participants of a round with their results, in display order: what the grading pages and the forms are made from.</summary>
public sealed record RoundSheet(GradingRound Round, IReadOnlyList<RoundSheetRow> Rows, int Places, IReadOnlyList<CapGroup> Groups);

/// <summary>One participant with what was recorded for it and its result.</summary>
public sealed record RoundSheetRow(Participant Participant, GradeSnapshot Result, Grade? ProposedGrade, string? Opinion)
{
    /// <summary>What about its figures deserves a second look.</summary>
    public IReadOnlyList<Anomaly> Anomalies { get; init; } = [];
}
