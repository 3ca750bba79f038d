namespace BranchGrading.Domain.Rounds;

/// <summary>What an objection led to.</summary>
public enum ObjectionOutcome
{
    /// <summary>维持: the published grade stands.</summary>
    Upheld,

    /// <summary>改定: another grade is settled.</summary>
    Changed,
}
