using BranchGrading.Domain.Rounds;

namespace BranchGrading.Data.Queries;

/// <summary>What a round that runs knows of a branch: its frozen name and committee, or that it does not take part.</summary>
public sealed record RoundPlace(int RoundId, int Year, RoundStage Stage, int BranchId, int? ParticipantId, bool IsExcluded, string? Name, string? Committee, string? Secretary)
{
    /// <summary>Whether it is graded in the round.</summary>
    public bool TakesPart => ParticipantId is not null && !IsExcluded;
}
