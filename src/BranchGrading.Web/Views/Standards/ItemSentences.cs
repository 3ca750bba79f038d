using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;

namespace BranchGrading.Web.Views.Standards;

/// <summary>How an item is scored, in a sentence.</summary>
public static class ItemSentences
{
    public static string HowScored(this StandardItem item) => item.Method switch
    {
        ItemMethod.Points => $"按说明打分，0 到 {item.MaxPoints:0.##} 分。",
        ItemMethod.Options => "从列出的情形中选一项。",
        ItemMethod.Deduction => $"从 {item.MaxPoints:0.##} 分起，每有一次扣 {item.UnitPoints:0.##} 分，扣完为止。",
        ItemMethod.Bonus => $"每有一项加 {item.UnitPoints:0.##} 分，最多 {item.MaxPoints:0.##} 分，{(item.BonusKind == BonusKind.BeyondFullMarks ? "在满分之外" : "计入满分")}。",
        ItemMethod.Vote => $"由{(item.Panel == Panel.Masses ? "群众" : "党员")}测评的满意率折算；只计入初评和学校评分，自评不打。",
        _ => "自评不填，由二级党组织或学校认定。",
    };

    /// <summary>What a method does, for whoever chooses one.</summary>
    public static string Means(this ItemMethod method) => method switch
    {
        ItemMethod.Points => "对照说明，在 0 和满分之间打分",
        ItemMethod.Options => "列出几种情形和各自的分值，选一种",
        ItemMethod.Deduction => "从满分起，每发生一次扣若干分，扣完为止",
        ItemMethod.Bonus => "每有一项加若干分，加到上限为止",
        ItemMethod.Vote => "分值乘以测评的满意率，自动得出，不用自评",
        _ => "不计分；由二级党组织或学校认定，认定后定为 D 级",
    };
}
