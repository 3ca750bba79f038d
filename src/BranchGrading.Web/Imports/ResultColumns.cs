using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Imports;

/// <summary>The columns of a committee's results 评分结果.</summary>
internal static class ResultColumns
{
    public const string Self = "自评得分";
    public const string Review = "初评得分";
    public const string School = "学校评分";
    public const string Veto = "一票否决";
    public const string Opinion = "初评意见";
    public const string Proposed = "初评等级";

    /// <summary>The eight counts of a panel, behind 党员- or 群众-.</summary>
    public static readonly string[] Counts = ["应到", "发出", "收回", "有效", "好", "较好", "一般", "差"];

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new(RosterColumns.Committee, true, RosterColumns.CommitteeAliases) { Width = 26, Hint = "与上一行相同时可以留空" },
        new(RosterColumns.Branch, true, RosterColumns.BranchAliases) { Width = 32 },
        new(Self, false) { Width = 10, Hint = "0 到 100" },
        new(Review, false) { Width = 10, Hint = "0 到 100" },
        new(School, false) { Width = 10, Hint = "学校另行评分时填写，由党委组织部导入" },
        .. from panel in new[] { "党员", "群众" }
           from count in Counts
           select new ImportColumn($"{panel}-{count}", false) { Width = 9, Hint = count == "应到" && panel == "群众" ? "张数；可不填" : "张数" },
        new(Veto, false) { Width = 9, Hint = "是或否；不填为否" },
        new(Opinion, false) { Width = 40 },
        new(Proposed, false) { Width = 9, Hint = "A、B、C、D；只作记录，不参加计算" },
    ];
}
