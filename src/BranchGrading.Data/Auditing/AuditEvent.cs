using System.ComponentModel.DataAnnotations;

namespace BranchGrading.Data.Auditing;

/// <summary>The catalogue of everything that is audited, with its name on screen.</summary>
public enum AuditEvent
{
    [Display(Name = "系统初始化")]
    DatabaseSeeded,

    [Display(Name = "登录")]
    SignedIn,

    [Display(Name = "登录失败")]
    SignInFailed,

    [Display(Name = "退出")]
    SignedOut,

    [Display(Name = "修改密码")]
    PasswordChanged,

    [Display(Name = "发放一次性密码")]
    OneTimePasswordIssued,

    [Display(Name = "新建账号")]
    AccountCreated,

    [Display(Name = "修改账号角色")]
    AccountRolesChanged,

    [Display(Name = "停用账号")]
    AccountDisabled,

    [Display(Name = "启用账号")]
    AccountEnabled,

    [Display(Name = "按名册批量开通账号")]
    AccountsCreatedFromRoster,

    [Display(Name = "修改学校设置")]
    SettingsChanged,

    [Display(Name = "新建二级党组织")]
    CommitteeCreated,

    [Display(Name = "修改二级党组织")]
    CommitteeEdited,

    [Display(Name = "修改支部")]
    BranchEdited,

    [Display(Name = "恢复支部")]
    BranchRestored,

    [Display(Name = "调整显示顺序")]
    DisplayOrderChanged,

    [Display(Name = "新建人员")]
    PersonCreated,

    [Display(Name = "修改人员")]
    PersonEdited,

    [Display(Name = "任职")]
    TermBegun,

    [Display(Name = "离任")]
    TermEnded,

    [Display(Name = "导入党组织名册")]
    RosterImported,

    [Display(Name = "导入历史等级")]
    PastGradesImported,

    [Display(Name = "导入评分结果")]
    ResultsImported,

    [Display(Name = "新建评分标准")]
    StandardCreated,

    [Display(Name = "修改评分标准")]
    StandardEdited,

    [Display(Name = "删除评分标准")]
    StandardDeleted,

    [Display(Name = "新建年度")]
    RoundCreated,

    [Display(Name = "修改年度设置")]
    RoundEdited,

    [Display(Name = "设为不参加评定")]
    BranchExcluded,

    [Display(Name = "恢复参加评定")]
    BranchIncluded,

    [Display(Name = "开始年度评定")]
    RoundOpened,

    [Display(Name = "修改评定规则")]
    RulesChanged,

    [Display(Name = "调整截止时间")]
    DeadlinesChanged,

    [Display(Name = "调剂A级名额")]
    PlacesTransferred,

    [Display(Name = "更正参评信息")]
    ParticipantCorrected,

    [Display(Name = "评定等级")]
    GradeDecided,

    [Display(Name = "撤回评定")]
    DecisionWithdrawn,

    [Display(Name = "登记越级特批")]
    WaiverGranted,

    [Display(Name = "撤销越级特批")]
    WaiverWithdrawn,

    [Display(Name = "补充参评支部")]
    BranchAddedLate,

    [Display(Name = "采用前身等级")]
    PredecessorChosen,

    [Display(Name = "撤销前身等级")]
    PredecessorWithdrawn,

    [Display(Name = "保存试算方案")]
    ScenarioSaved,

    [Display(Name = "删除试算方案")]
    ScenarioRemoved,

    [Display(Name = "修改工作日历")]
    CalendarChanged,

    [Display(Name = "公示等级")]
    GradesPublished,

    [Display(Name = "修改异议受理方式")]
    PublicityEdited,

    [Display(Name = "开启或关闭公开页面")]
    PublicPageSwitched,

    [Display(Name = "提出异议")]
    ObjectionRaised,

    [Display(Name = "受理异议")]
    ObjectionReceived,

    [Display(Name = "核查异议")]
    ObjectionChecked,

    [Display(Name = "答复异议")]
    ObjectionAnswered,

    [Display(Name = "更正等级")]
    GradeCorrected,

    [Display(Name = "推荐先进党支部")]
    BranchRecommended,

    [Display(Name = "撤销推荐")]
    RecommendationWithdrawn,

    [Display(Name = "查询限制")]
    BarLookedUp,

    [Display(Name = "定级")]
    GradesMadeFinal,

    [Display(Name = "开始自我评价")]
    AssessmentBegun,

    [Display(Name = "确认基本情况")]
    BasicsConfirmed,

    [Display(Name = "提交自我评价")]
    AssessmentSubmitted,

    [Display(Name = "退回自我评价")]
    AssessmentReturned,

    [Display(Name = "上传附件")]
    AttachmentAdded,

    [Display(Name = "删除附件")]
    AttachmentRemoved,

    [Display(Name = "登记测评票数")]
    BallotsRecorded,

    [Display(Name = "完成初评")]
    ReviewCompleted,

    [Display(Name = "重新打开初评")]
    ReviewReopened,

    [Display(Name = "填写初评意见报告")]
    ReportSaved,

    [Display(Name = "上报初评意见报告")]
    ReportSubmitted,

    [Display(Name = "退回初评意见报告")]
    ReportReturned,

    [Display(Name = "延长截止时间")]
    DeadlineExtended,

    [Display(Name = "登记考评记录")]
    EvidenceRecorded,

    [Display(Name = "修改考评记录")]
    EvidenceEdited,

    [Display(Name = "删除考评记录")]
    EvidenceRemoved,

    [Display(Name = "学校评分")]
    BranchRescored,

    [Display(Name = "抽取抽查名单")]
    SampleDrawn,

    [Display(Name = "起草整改提升计划")]
    PlanDrawnUp,

    [Display(Name = "修改整改提升计划")]
    PlanEdited,

    [Display(Name = "提交整改提升计划")]
    PlanSubmitted,

    [Display(Name = "批准整改提升计划")]
    PlanApproved,

    [Display(Name = "退回整改提升计划")]
    PlanReturned,

    [Display(Name = "登记整改进展")]
    PlanProgressed,

    [Display(Name = "申请整改验收")]
    AcceptanceRequested,

    [Display(Name = "整改验收通过")]
    ItemAccepted,

    [Display(Name = "整改验收不通过")]
    ItemRefused,

    [Display(Name = "抽查整改")]
    ItemSpotChecked,

    [Display(Name = "重新整改")]
    ItemReopened,

    [Display(Name = "导入整改事项")]
    PlanItemsImported,

    [Display(Name = "登记党组织变动")]
    OrganisationChanged,

    [Display(Name = "登记流动党员")]
    FloatingMembersRecorded,

    [Display(Name = "删除流动党员")]
    FloatingMembersRemoved,

    [Display(Name = "登记书记培训")]
    TrainingRecorded,

    [Display(Name = "删除书记培训")]
    TrainingRemoved,

    [Display(Name = "设置联系点")]
    ContactPointSet,

    [Display(Name = "登记党建工作材料")]
    CommitteeNoteRecorded,

    [Display(Name = "删除党建工作材料")]
    CommitteeNoteRemoved,

    [Display(Name = "报送报表")]
    FormsHandedIn,

    [Display(Name = "收到报表电子版")]
    HandInReceived,

    [Display(Name = "收到报表纸质版")]
    HandInPaperReceived,

    [Display(Name = "退回报表")]
    HandInSentBack,

    [Display(Name = "上传签字页扫描件")]
    HandInScanned,

    [Display(Name = "导出年度档案")]
    RoundArchived,

    [Display(Name = "修改邮件模板")]
    MailTemplateChanged,

    [Display(Name = "再发邮件")]
    MailTriedAgain,

    [Display(Name = "停止邮件")]
    MailStopped,

    [Display(Name = "催办")]
    Reminded,

    [Display(Name = "起草通知")]
    BulletinWritten,

    [Display(Name = "更正通知")]
    BulletinCorrected,

    [Display(Name = "发布通知")]
    BulletinPublished,

    [Display(Name = "撤回通知")]
    BulletinWithdrawn,

    [Display(Name = "删除通知草稿")]
    BulletinRemoved,

    [Display(Name = "确认已阅")]
    BulletinConfirmed,

    [Display(Name = "导出报表")]
    FormExported,

    [Display(Name = "核验审计链")]
    AuditVerified,

    [Display(Name = "生成日历订阅地址")]
    CalendarFeedMade,

    [Display(Name = "停用日历订阅地址")]
    CalendarFeedEnded,
}
