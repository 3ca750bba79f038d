using BranchGrading.Domain.Assessments;

namespace BranchGrading.Domain.Grading;

/// <summary>满意率: the share of a panel's valid ballots that are content (§3.3).</summary>
public static class Satisfaction
{
    /// <summary>(好+较好) ÷ 有效 × 100 in percent with 2 places, 一般 too where the rules count it; null without a valid ballot (§3.3).</summary>
    public static decimal? Of(BallotCount? ballots, bool fairCounts) =>
        ballots is null or { Valid: 0 } ? null : Rounding.Round(Content(ballots, fairCounts) * 100m / ballots.Valid);

    /// <summary>How many valid ballots count as content (§3.3).</summary>
    public static int Content(BallotCount ballots, bool fairCounts) =>
        ballots.Good + ballots.FairlyGood + (fairCounts ? ballots.Fair : 0);
}
