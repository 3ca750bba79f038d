namespace BranchGrading.Domain.HandIns;

/// <summary>Where a committee stands with its hand-in.</summary>
public enum HandInState
{
    /// <summary>Nothing is handed in, and there is time.</summary>
    Waiting,

    /// <summary>Nothing is handed in, and it is too late.</summary>
    Missing,

    /// <summary>Handed in before the round's deadline.</summary>
    OnTime,

    /// <summary>First handed in after the round's deadline, within an extension.</summary>
    Late,

    /// <summary>The latest version was sent back.</summary>
    SentBack,
}
