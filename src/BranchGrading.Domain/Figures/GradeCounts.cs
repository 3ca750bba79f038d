using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Figures;

/// <summary>各等级支部数: how many branches of a group have each grade, and how many have none yet.</summary>
public sealed record GradeCounts(int A, int B, int C, int D, int None)
{
    /// <summary>Counts grades; nothing counts as no grade.</summary>
    public static GradeCounts Of(IEnumerable<Grade?> grades)
    {
        var counts = grades.GroupBy(grade => grade.HasValue ? (int)grade.Value : -1).ToDictionary(group => group.Key, group => group.Count());
        return new(counts.GetValueOrDefault((int)Grade.A), counts.GetValueOrDefault((int)Grade.B), counts.GetValueOrDefault((int)Grade.C), counts.GetValueOrDefault((int)Grade.D), counts.GetValueOrDefault(-1));
    }

    /// <summary>All branches of the group.</summary>
    public int Total => Graded + None;

    /// <summary>Those that have a grade.</summary>
    public int Graded => A + B + C + D;

    /// <summary>先进和较好党支部 of those graded, in percent with 2 places, half away from zero; null when none is graded.</summary>
    public decimal? GoodShare => Share.Percent(A + B, Graded);

    /// <summary>How many have a grade.</summary>
    public int Of(Grade grade) => grade switch
    {
        Grade.A => A,
        Grade.B => B,
        Grade.C => C,
        Grade.D => D,
        _ => throw new ArgumentOutOfRangeException(nameof(grade)),
    };

    /// <summary>A grade's share of those graded, in percent with 2 places, half away from zero; null when none is graded.</summary>
    public decimal? ShareOf(Grade grade) => Share.Percent(Of(grade), Graded);
}
