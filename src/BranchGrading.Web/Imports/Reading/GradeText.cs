using BranchGrading.Domain.Grading;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>等级, as a letter or a word.</summary>
public static class GradeText
{
    /// <summary>A to D in any width and case, or 先进, 较好, 一般, 后进; null when blank.</summary>
    public static Reading<Grade?> Read(ImportCell cell) => Reading<Grade?>.Of(cell, filled => filled.Folded switch
    {
        "A" or "A级" or "先进" => new(Grade.A),
        "B" or "B级" or "较好" => new(Grade.B),
        "C" or "C级" or "一般" => new(Grade.C),
        "D" or "D级" or "后进" => new(Grade.D),
        _ => Reading<Grade?>.Refused($"{filled.Shown}不是等级，请填 A、B、C、D，或先进、较好、一般、后进"),
    });
}
