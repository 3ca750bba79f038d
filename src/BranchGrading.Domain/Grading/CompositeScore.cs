namespace BranchGrading.Domain.Grading;

/// <summary>最终得分: self-score and superior score, weighed (§3.2).</summary>
public static class CompositeScore
{
    /// <summary>self × w + superior × (1−w), both rounded before and the sum after; null where one is missing (§3.2).</summary>
    public static decimal? Of(decimal? self, decimal? superior, decimal selfWeight) =>
        Rounding.Round(Rounding.Round(self) * selfWeight + Rounding.Round(superior) * (1m - selfWeight));

    /// <summary>上级评分: the school's re-score where there is one, else the committee's; a re-score replaces no missing review (§3.2).</summary>
    public static decimal? Superior(decimal? review, decimal? rescore) =>
        review is null ? null : Rounding.Round(rescore ?? review);
}
