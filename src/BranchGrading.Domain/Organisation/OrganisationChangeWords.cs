namespace BranchGrading.Domain.Organisation;

/// <summary>The words of screens for what changes in the organisation and what committees keep of a year.</summary>
public static class OrganisationChangeWords
{
    public static string Word(this OrganisationChangeKind kind) => kind switch
    {
        OrganisationChangeKind.Founding => "成立",
        OrganisationChangeKind.Dissolution => "撤销",
        OrganisationChangeKind.Merger => "合并",
        OrganisationChangeKind.Split => "拆分",
        OrganisationChangeKind.Renaming => "更名",
        OrganisationChangeKind.Move => "调整隶属",
        _ => "书记变更",
    };

    public static string Word(this TrainingKind kind) => kind == TrainingKind.Rotation ? "轮训" : "任职培训";

    public static string Word(this CommitteeNoteKind kind) => kind switch
    {
        CommitteeNoteKind.WorkPlan => "工作方案",
        CommitteeNoteKind.Pledge => "公开承诺",
        _ => "领导点评",
    };
}
