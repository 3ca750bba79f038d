namespace BranchGrading.Domain.Assessments;

/// <summary>The words of screens and forms for what assessments are made of.</summary>
public static class AssessmentWords
{
    public static string Word(this Question question) => question switch
    {
        Question.Structure => "组织设置是否合理",
        Question.LeadingGroup => "党支部班子是否健全",
        Question.Rules => "组织制度是否完善",
        Question.Plans => "发展思路是否清晰",
        Question.Activities => "活动开展是否正常",
        Question.Effect => "作用发挥是否充分",
        _ => "经费场所保障是否落实",
    };

    public static string Word(this AnswerLevel level) => level switch
    {
        AnswerLevel.Yes => "是",
        AnswerLevel.Basically => "基本",
        _ => "否",
    };

    public static string Word(this ReportSection section) => section switch
    {
        ReportSection.Situation => "基本情况",
        ReportSection.Achievements => "主要做法与成效",
        _ => "努力方向",
    };

    public static string Word(this InvestigationMethod method) => method switch
    {
        InvestigationMethod.Visit => "调查走访",
        InvestigationMethod.Appraisal => "民主评议",
        _ => "查阅资料",
    };

    public static string Word(this EvidenceKind kind) => kind switch
    {
        EvidenceKind.Records => "实地查阅材料和会议记录",
        EvidenceKind.Questionnaire => "问卷调查",
        EvidenceKind.Discussion => "群众座谈",
        EvidenceKind.Interview => "个别访谈",
        _ => "听取分管领导意见",
    };

    public static string Word(this RescoreMethod method) => method switch
    {
        RescoreMethod.None => "不另评分，用初评得分",
        RescoreMethod.Total => "按总分",
        _ => "逐项评分",
    };

    public static string Word(this AssessmentPart part) => part switch
    {
        AssessmentPart.Basics => "基本情况",
        AssessmentPart.Investigation => "调查摸底",
        AssessmentPart.Items => "自评打分",
        AssessmentPart.Report => "自我评价报告",
        AssessmentPart.Problems => "问题与整改",
        _ => "附件",
    };

    public static string Word(this ReviewPart part) => part switch
    {
        ReviewPart.SelfAssessment => "支部自评",
        ReviewPart.Investigation => "调查核实",
        ReviewPart.MemberVote => "党员测评",
        ReviewPart.MassVote => "群众测评",
        ReviewPart.Items => "逐项打分",
        _ => "意见与等级",
    };

    public static string Word(this BranchStage stage) => stage switch
    {
        BranchStage.NotStarted => "未开始",
        BranchStage.Filling => "填写中",
        BranchStage.Returned => "退回",
        BranchStage.Submitted => "已提交",
        BranchStage.UnderReview => "初评中",
        BranchStage.Reviewed => "已初评",
        BranchStage.Reported => "已上报",
        BranchStage.Decided => "已评定",
        BranchStage.Published => "公示中",
        _ => "已定级",
    };
}
