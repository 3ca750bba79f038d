using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>Where a branch comes from: its grade of the latest earlier year, and whether 不越级晋升 holds it back this year (§3.5c).</summary>
public sealed record BranchStanding(PreviousGrade? Before, bool HasWaiver, bool NoLevelSkipping)
{
    public Grade? Previous => Before?.Grade;

    /// <summary>The best grade that it can reach this year; null where nothing limits it.</summary>
    public Grade? Highest => NoLevelSkipping && !HasWaiver && Previous is { } previous && previous.OneStepBetter() is not Grade.A and var highest ? highest : null;

    /// <summary>Whether a proposed grade would skip a level without an approved exception.</summary>
    public bool IsSkip(Grade? proposed) => proposed is { } grade && Highest is { } highest && grade.IsBetterThan(highest);

    /// <summary>上年 C，今年最高到 B。拟 A 要有特批。 Null where nothing limits it.</summary>
    public string? Warning => Highest is { } highest ? $"不越级晋升：{Before!.From}是 {Previous}，今年最高到 {highest}。拟定更高的等级要有特批。" : null;
}
