namespace BranchGrading.Data.Queries;

/// <summary>How everybody stands against the deadlines of a round.</summary>
/// <param name="Branches">Against that of the self-assessment, in display order.</param>
/// <param name="Committees">Against that of the report, in display order.</param>
public sealed record RoundPace(IReadOnlyList<PaceRow> Branches, IReadOnlyList<PaceRow> Committees);
