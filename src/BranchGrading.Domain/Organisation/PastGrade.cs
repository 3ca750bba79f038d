using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Organisation;

/// <summary>历史等级: the grade of a branch in a year, imported or settled by a final round.</summary>
public sealed class PastGrade
{
    public const int NoteMaxLength = 200;
    public const int FirstYear = 1990;

    private PastGrade()
    {
    }

    public PastGrade(Branch branch, int year, Grade grade, string? note)
    {
        Branch = branch;
        Year = year;
        Correct(grade, note);
    }

    public int Id { get; private set; }

    public int BranchId { get; private set; }

    public Branch Branch { get; private set; } = null!;

    /// <summary>The year of the round, not the year that was assessed.</summary>
    public int Year { get; private set; }

    public Grade Grade { get; private set; }

    public string? Note { get; private set; }

    /// <summary>The final round that settled it; null when it was imported.</summary>
    public int? RoundId { get; private set; }

    /// <summary>Corrects an imported grade.</summary>
    /// <exception cref="RuleViolationException">It was settled by a final round.</exception>
    public void Correct(Grade grade, string? note)
    {
        if (RoundId is not null)
            throw new RuleViolationException($"{Year} 年的等级由本系统的年度评定产生，不能用导入修改。");
        Grade = grade;
        Note = Text.Optional(note, NoteMaxLength, "备注");
    }

    /// <summary>The grade that a final round settled (§2.5).</summary>
    public static PastGrade FromRound(int branchId, int year, Grade grade, int roundId) =>
        new() { BranchId = branchId, Year = year, Grade = grade, RoundId = roundId };

    /// <summary>A final round replaces what was imported for its year.</summary>
    public void SettleBy(int roundId, Grade grade) => (RoundId, Grade) = (roundId, grade);

    /// <summary>更正 of the final round that settled it: from now on the history tells the corrected grade (§2.5).</summary>
    /// <exception cref="RuleViolationException">Another round settled it, or it was imported.</exception>
    public void CorrectBy(int roundId, Grade grade)
    {
        if (RoundId != roundId)
            throw new RuleViolationException($"{Year} 年的等级不是这一年度评定的，不能更正。");
        Grade = grade;
    }
}
