using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Imports;

/// <summary>The columns of a table of 整改事项; the board's export has the same.</summary>
public static class PlanItemColumns
{
    public const string Problem = "存在的主要问题";
    public const string Measure = "整改措施";
    public const string Person = "责任人";
    public const string Leader = "联系领导";
    public const string Due = "完成时限";
    public const string Target = "目标等级";

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        new(RosterColumns.Committee, false, RosterColumns.CommitteeAliases) { Width = 24, Hint = "支部名称在本年度不重复的，可以没有这一列；与上一行相同时可以留空" },
        new(RosterColumns.Branch, true, RosterColumns.BranchAliases) { Width = 28, Hint = "同一支部有几个问题，写几行" },
        new(Problem, true, "主要问题", "问题") { Width = 36, Hint = "同一支部里用来认出同一事项" },
        new(Measure, true, "措施") { Width = 36, Hint = "写具体：做什么、做几次、谁来做" },
        new(Person, false) { Width = 12 },
        new(Leader, false) { Width = 12, Hint = "空着的，按计划的联系领导" },
        new(Due, false, "完成时间", "整改时限") { Width = 14, AsText = true, Hint = "一天，如 2012-09-30" },
        new(Target, false) { Width = 10, Hint = "A、B、C、D，或先进、较好、一般、后进" },
    ];
}
