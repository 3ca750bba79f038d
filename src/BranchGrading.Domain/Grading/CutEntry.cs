namespace BranchGrading.Domain.Grading;

/// <summary>What the cut line reads of one branch of its group, computed or as published.</summary>
/// <param name="ParticipantId">The branch.</param>
/// <param name="BranchName">Its name as frozen.</param>
/// <param name="Rank">Its place among those ranked; none for decided branches and for those not at A.</param>
/// <param name="Computed">The computed grade.</param>
/// <param name="TieToDecide">Whether it waits in a tie at the cut.</param>
public sealed record CutEntry(int ParticipantId, string BranchName, int? Rank, Grade? Computed, bool TieToDecide)
{
    /// <summary>Whether the ranking gives it a place.</summary>
    public bool KeepsA => Rank is not null && Computed == Grade.A;

    /// <summary>The same of a branch as the rules just computed it.</summary>
    public static CutEntry Of(GradingOutcome outcome) =>
        new(outcome.ParticipantId, outcome.Candidate.BranchName, outcome.Rank, outcome.Computed, outcome.TieToDecide);
}
