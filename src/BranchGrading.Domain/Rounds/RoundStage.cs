namespace BranchGrading.Domain.Rounds;

/// <summary>What a round has reached, read off what is there (§2).</summary>
public enum RoundStage
{
    /// <summary>准备中: settings may still change freely.</summary>
    Preparing,

    /// <summary>进行中: opened; branches and committees work.</summary>
    Open,

    /// <summary>公示中: grades are published and may be objected to.</summary>
    Published,

    /// <summary>已定级: final; nothing changes any more.</summary>
    Final,
}
