using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>支部类型.</summary>
public static class BranchTypeText
{
    /// <summary>The type, with or without a closing 党支部; null when blank.</summary>
    public static Reading<BranchType?> Read(ImportCell cell) => Reading<BranchType?>.Of(cell, filled =>
        WithoutBranch(filled.Folded) switch
        {
            "学生" => new(BranchType.Student),
            "教师" or "教工" => new(BranchType.Teacher),
            "机关" or "机关管理" => new(BranchType.Administration),
            "教辅" or "后勤" or "教辅及后勤" => new(BranchType.Support),
            "离退休" => new(BranchType.Retired),
            _ => Reading<BranchType?>.Refused($"{filled.Shown}不是支部类型，请填学生、教师、机关、教辅、后勤或离退休"),
        });

    private static string WithoutBranch(string text) =>
        text.EndsWith("党支部", StringComparison.Ordinal) ? text[..^3]
        : text.EndsWith("支部", StringComparison.Ordinal) ? text[..^2]
        : text;
}
