namespace BranchGrading.Domain.Standards;

/// <summary>Whose ballots fill a vote item (§3.1).</summary>
public enum VotePanel
{
    /// <summary>党员测评</summary>
    Members,

    /// <summary>群众测评</summary>
    Masses,
}
