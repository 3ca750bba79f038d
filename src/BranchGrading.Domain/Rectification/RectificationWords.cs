namespace BranchGrading.Domain.Rectification;

/// <summary>The words of screens and forms for plans.</summary>
public static class RectificationWords
{
    public static string Word(this PlanKind kind) => kind switch
    {
        PlanKind.Rectify => "整改",
        PlanKind.Rise => "提升",
        _ => "巩固",
    };

    public static string Word(this PlanState state) => state switch
    {
        PlanState.Drafting => "起草中",
        PlanState.Submitted => "待审核",
        PlanState.Returned => "退回修改",
        PlanState.Approved => "已批准",
        PlanState.Running => "整改中",
        PlanState.Lapsed => "不再执行",
        _ => "已销号",
    };

    public static string Word(this PlanItemOrigin origin) => origin switch
    {
        PlanItemOrigin.Own => "自己添加",
        PlanItemOrigin.SelfAssessment => "自评的问题",
        PlanItemOrigin.LowItem => "得分低的项目",
        PlanItemOrigin.Answer => "调查摸底",
        PlanItemOrigin.Review => "初评意见",
        _ => "导入",
    };

    public static string Word(this PlanItemState state) => state switch
    {
        PlanItemState.Open => "整改中",
        PlanItemState.Requested => "待验收",
        _ => "已销号",
    };

    public static string Word(this PlanEntryKind kind) => kind switch
    {
        PlanEntryKind.Progress => "进展",
        PlanEntryKind.Request => "申请验收",
        PlanEntryKind.Accept => "验收通过",
        PlanEntryKind.Refuse => "验收不通过",
        PlanEntryKind.SpotCheck => "抽查",
        _ => "重新整改",
    };
}
