using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Grading;

/// <summary>分数对应的等级, by lower bounds (§3.4).</summary>
public static class Band
{
    /// <summary>The grade whose lower bound the score reaches, after rounding it to 2 places (§3.4).</summary>
    public static Grade Of(decimal score, RoundRules rules)
    {
        var rounded = Rounding.Round(score);
        return rounded >= rules.BoundA ? Grade.A
            : rounded >= rules.BoundB ? Grade.B
            : rounded >= rules.BoundC ? Grade.C
            : Grade.D;
    }

    /// <summary>The grade of a score, or nothing where there is none (§3.4).</summary>
    public static Grade? Of(decimal? score, RoundRules rules) => score is { } value ? Of(value, rules) : null;
}
