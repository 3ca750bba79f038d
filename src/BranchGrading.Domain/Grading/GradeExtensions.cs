namespace BranchGrading.Domain.Grading;

/// <summary>What may be asked of grades: the only place that knows how they are ordered.</summary>
public static class GradeExtensions
{
    /// <summary>先进, 较好, 一般 or 后进.</summary>
    public static string Word(this Grade grade) => grade switch
    {
        Grade.A => "先进",
        Grade.B => "较好",
        Grade.C => "一般",
        Grade.D => "后进",
        _ => throw new ArgumentOutOfRangeException(nameof(grade)),
    };

    /// <summary>Whether this grade is better than the other; an equal grade is not.</summary>
    public static bool IsBetterThan(this Grade grade, Grade other) => grade < other;

    /// <summary>The next better grade, D→C→B→A; A stays A.</summary>
    public static Grade OneStepBetter(this Grade grade) => grade == Grade.A ? Grade.A : grade - 1;

    /// <summary>How many steps up lead from this grade to the other; negative is a fall.</summary>
    public static int StepsTo(this Grade grade, Grade other) => grade - other;

    /// <summary>This grade, or the limit where the grade is better than it.</summary>
    public static Grade AtMost(this Grade grade, Grade limit) => grade.IsBetterThan(limit) ? limit : grade;
}
