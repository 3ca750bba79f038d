using System.Text.Json;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Audit;

/// <summary>The words of the audit's changes: it stores the names of the program, people read these.</summary>
public static class AuditWords
{
    private static readonly Dictionary<string, string> Entities = new()
    {
        ["Account"] = "账号", ["Committee"] = "二级党组织", ["Branch"] = "支部", ["Person"] = "人员", ["TermOfOffice"] = "任职", ["PastGrade"] = "历史等级",
        ["SchoolSettings"] = "设置", ["ScoringStandard"] = "评分标准", ["StandardHead"] = "评分指标", ["StandardItem"] = "评分项目", ["ItemOption"] = "评分选项",
        ["GradingRound"] = "年度评定", ["RoundStandard"] = "年度评分标准", ["Participant"] = "参评支部", ["Exclusion"] = "不参加评定", ["RuleChange"] = "规则修改",
        ["PlaceTransfer"] = "名额调剂", ["Publication"] = "公示", ["PublishedGrade"] = "公示等级", ["SelfAssessment"] = "自我评价", ["PreliminaryReview"] = "初评",
        ["DemocraticEvaluation"] = "民主测评", ["SchoolEvaluation"] = "学校考评", ["FinalDecision"] = "评定", ["LevelSkippingWaiver"] = "越级特批", ["Role"] = "角色", ["IdentityUserRole"] = "账号的角色", ["LeadingMember"] = "班子成员",
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["Name"] = "名称", ["Code"] = "编号", ["Kind"] = "类别", ["Type"] = "类型", ["DisplayOrder"] = "显示顺序", ["IsActive"] = "是否存续", ["FullMembers"] = "正式党员数",
        ["ProbationaryMembers"] = "预备党员数", ["CommitteeSize"] = "支委人数", ["Founded"] = "成立时间", ["Elected"] = "换届时间", ["CommitteeId"] = "二级党组织序号", ["BranchId"] = "支部序号",
        ["PersonId"] = "人员序号", ["Post"] = "职务", ["From"] = "任职时间", ["To"] = "离任时间", ["ConcurrentPost"] = "兼任职务", ["StaffNumber"] = "工号或学号", ["Phone"] = "电话",
        ["Email"] = "邮箱", ["UserName"] = "登录名", ["UserId"] = "账号序号", ["RoleId"] = "角色序号", ["PersonName"] = "姓名", ["GroupsJson"] = "各组名额", ["PasswordHash"] = "密码", ["MustChangePassword"] = "须改密码", ["PasswordExpiresAt"] = "一次性密码有效期", ["IsDisabled"] = "是否停用",
        ["LockoutEnabled"] = "输错锁定", ["SchoolName"] = "学校名称", ["DepartmentName"] = "主管部门", ["ContactPhone"] = "咨询电话", ["SummaryFormTitle"] = "附表 4 标题", ["FormNote"] = "表名后的说明",
        ["FormFoot"] = "表下的签字栏", ["TitleFont"] = "标题字体", ["BodyFont"] = "正文字体", ["IsDemo"] = "演示", ["Year"] = "年度", ["AssessedYear"] = "考核年度", ["Grade"] = "等级",
        ["Note"] = "备注", ["Reason"] = "原因", ["RoundId"] = "年度序号", ["OpenedAt"] = "开始时间", ["OpenedBy"] = "开始人", ["SecretaryName"] = "书记姓名", ["SecretaryPhone"] = "书记电话",
        ["BranchName"] = "支部名称", ["BranchType"] = "支部类型", ["CommitteeName"] = "二级党组织名称", ["CommitteeCode"] = "二级党组织编号", ["CommitteeKind"] = "二级党组织类别", ["CommitteeOrder"] = "二级党组织顺序",
        ["StandardId"] = "评分标准序号", ["ParticipantId"] = "参评支部序号", ["Score"] = "得分", ["Total"] = "总分", ["Panel"] = "测评人", ["PublishedAt"] = "公示时间", ["FinalAt"] = "定级时间",
        ["DocumentNumber"] = "文号", ["MeetingOn"] = "会议日期", ["At"] = "时间", ["By"] = "办理人", ["Turn"] = "次序", ["VersionNumber"] = "版本", ["IsExample"] = "示例", ["Order"] = "顺序",
        ["After"] = "改后", ["ApprovedBy"] = "批准人", ["Before"] = "改前", ["BonusKind"] = "加分方式", ["CandidateJson"] = "评定依据", ["ConfirmedRules"] = "已确认的规则", ["Count"] = "票数",
        ["Expected"] = "应到", ["Fair"] = "一般", ["FairlyGood"] = "较好", ["Good"] = "好", ["Issued"] = "发出", ["Poor"] = "差", ["Returned"] = "收回", ["Valid"] = "有效",
        ["Deadlines"] = "截止时间", ["Grading"] = "学校评定", ["HandIn"] = "报表报送", ["Report"] = "上报", ["SelfAssessment"] = "自评", ["DecidedAt"] = "评定时间", ["DecidedBy"] = "评定人",
        ["FinalBy"] = "定级办理人", ["FromGroup"] = "调出", ["ToGroup"] = "调入", ["Places"] = "名额", ["Guidance"] = "评分说明", ["HeadId"] = "指标序号", ["ItemId"] = "项目序号", ["ImportedTotal"] = "导入的总分",
        ["MaxPoints"] = "分值", ["MeetingDate"] = "会议日期", ["Method"] = "计分方式", ["NotApplicableTo"] = "不适用的类型", ["Opinion"] = "意见", ["OutcomeJson"] = "评定结果", ["PhoneNumber"] = "电话",
        ["Points"] = "得分", ["ProposedGrade"] = "拟定等级", ["PublicationId"] = "公示序号", ["PublicityDays"] = "公示天数", ["PublicityEndsOn"] = "公示截止", ["PublishedBy"] = "公示办理人",
        ["RecordedAt"] = "登记时间", ["RecordedBy"] = "登记人", ["RequiredEvidence"] = "佐证材料", ["Rescore"] = "学校重新评分", ["Rule"] = "规则", ["Rules"] = "规则", ["RulesJson"] = "当时的规则",
        ["BoundA"] = "A 级分数线", ["BoundB"] = "B 级分数线", ["BoundC"] = "C 级分数线", ["CapScope"] = "A 级名额的范围", ["CapShare"] = "A 级比例上限", ["FairCounts"] = "一般计入满意",
        ["LeastMassSatisfaction"] = "群众满意率最低要求", ["NoLevelSkipping"] = "不越级晋升", ["PerformanceBarYear"] = "绩效限制年度", ["SelfWeight"] = "自评权重", ["SecretaryPersonId"] = "书记人员序号",
        ["SubmittedAt"] = "提交时间", ["SubmittedBy"] = "提交人", ["UnitPoints"] = "每次分值", ["Vetoed"] = "一票否决",
    };

    private static readonly Dictionary<string, string> Values = Enum.GetValues<BranchType>().Select(type => (type.ToString(), type.Word()))
        .Concat(Enum.GetValues<CommitteeKind>().Select(kind => (kind.ToString(), kind.Word())))
        .Concat(Enum.GetValues<Post>().Select(post => (post.ToString(), post.Word())))
        .ToDictionary();

    /// <summary>What was changed; the program's name where nobody has given it a word yet.</summary>
    public static string Entity(string name) => Entities.GetValueOrDefault(name, name);

    public static string Field(string name) => string.Join("：", name.Split('.').Select(part => Fields.GetValueOrDefault(part, part)));

    public static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.String => Values.GetValueOrDefault(value.GetString()!, value.GetString()!),
        _ => value.GetRawText(),
    };
}
