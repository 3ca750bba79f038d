namespace BranchGrading.Data.Seed;

/// <summary>How far a branch of the demo school has come this year.</summary>
internal enum DemoWork
{
    /// <summary>Self-score and review came from paper, as far as they are there.</summary>
    OnPaper,

    /// <summary>基本情况 and 调查摸底 done, all items but one, half a report.</summary>
    HalfFilled,

    /// <summary>Handed in, and given back with items and reasons.</summary>
    Returned,

    /// <summary>Handed in on line.</summary>
    Submitted,

    /// <summary>Handed in; the committee has scored half of the items.</summary>
    HalfReviewed,

    /// <summary>Handed in, and the review completed.</summary>
    Reviewed,
}
