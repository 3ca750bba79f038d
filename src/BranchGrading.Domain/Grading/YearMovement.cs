namespace BranchGrading.Domain.Grading;

/// <summary>晋位升级: how many branches stand better, the same or worse than the last time they were graded.</summary>
/// <param name="Rising">晋位.</param>
/// <param name="Staying">保持.</param>
/// <param name="Falling">下降.</param>
/// <param name="New">Never graded before.</param>
/// <param name="Ungraded">Without a grade now.</param>
public sealed record YearMovement(int Rising, int Staying, int Falling, int New, int Ungraded)
{
    /// <summary>Counts a round against the previous grades of its branches (§3.5c).</summary>
    public static YearMovement Of(GradingResult result)
    {
        var (rising, staying, falling, fresh, ungraded) = (0, 0, 0, 0, 0);
        foreach (var outcome in result.Outcomes)
        {
            switch (outcome.Grade, outcome.Candidate.PreviousGrade)
            {
                case (null, _): ungraded++; break;
                case (_, null): fresh++; break;
                case ({ } now, { } then) when now.IsBetterThan(then): rising++; break;
                case ({ } now, { } then) when then.IsBetterThan(now): falling++; break;
                default: staying++; break;
            }
        }

        return new YearMovement(rising, staying, falling, fresh, ungraded);
    }
}
