using BranchGrading.Domain.Grading;

namespace BranchGrading.Data.Queries;

/// <summary>上年度等级 of a branch in a round, with the branch it came from where that is a predecessor (§3.5c).</summary>
public sealed record PreviousGrade(Grade Grade, int Year, string? Predecessor)
{
    /// <summary>2025 年, or 前身「…」2025 年.</summary>
    public string From => Predecessor is null ? $"{Year} 年" : $"前身「{Predecessor}」{Year} 年";
}
