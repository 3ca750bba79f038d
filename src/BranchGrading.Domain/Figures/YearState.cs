namespace BranchGrading.Domain.Figures;

/// <summary>How a year stands in a series of years.</summary>
public enum YearState
{
    /// <summary>Final, or imported.</summary>
    Settled,

    /// <summary>公示中</summary>
    Published,

    /// <summary>计算中: computed and not yet published.</summary>
    Computed,
}
