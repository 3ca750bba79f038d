using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Data.Seed;

/// <summary>A committee of the demo school with its 组织员 and branches; a 直属党支部 has no 组织员.</summary>
internal sealed record DemoCommittee(
    string Name, CommitteeKind Kind, string? Organiser, string? OrganiserNumber, IReadOnlyList<DemoBranch> Branches)
{
    /// <summary>Whether its branches worked on line last year: those of the committees whose officers have demo accounts.</summary>
    public bool WorkedOnLine => Organiser is null or "王静" or "赵文斌";

    private static readonly MissingInput[] NotReviewed = [MissingInput.Review];
    private static readonly MissingInput[] NotBegun = [MissingInput.SelfScore, MissingInput.Review, MissingInput.MemberVote, MissingInput.MassVote];
    private static readonly MissingInput[] NoVotes = [MissingInput.MemberVote, MissingInput.MassVote];

    public static IReadOnlyList<DemoCommittee> All { get; } =
    [
        new("材料科学与工程学院党委", CommitteeKind.PartyCommittee, "王静", "20010316",
        [
            new("材料学系教师党支部", BranchType.Teacher, "何建国", 95.1m),
            new("材料加工系教师党支部", BranchType.Teacher, "秦岚", 91.5m),
            new("材料物理系教师党支部", BranchType.Teacher, "邓志远", 88.2m) { Work = DemoWork.Reviewed },
            new("材料实验中心党支部", BranchType.Support, "苏文", 84.3m, MissingInput.Review, MissingInput.MassVote) { Work = DemoWork.HalfReviewed },
            new("学院机关党支部", BranchType.Administration, "梁海燕", 91.8m),
            new("退休教工党支部", BranchType.Retired, "顾明德", 85.6m, MissingInput.SelfScore, MissingInput.Review),
            new("硕士生第一党支部", BranchType.Student, "周慧敏", 89.4m, NotBegun) { StaffNumber = "20080427", Work = DemoWork.HalfFilled },
            new("硕士生第二党支部", BranchType.Student, "罗敏", 87.1m, NotReviewed) { Work = DemoWork.Submitted },
            new("博士生党支部", BranchType.Student, "冯博", 92.1m) { Work = DemoWork.Reviewed },
            new("本科生党支部", BranchType.Student, "唐颖", 79.3m) { Work = DemoWork.Reviewed },
        ]),
        new("计算机学院党委", CommitteeKind.PartyCommittee, "赵文斌", "19970622",
        [
            new("计算机科学系教师党支部", BranchType.Teacher, "高翔", 96.2m),
            new("软件工程系教师党支部", BranchType.Teacher, "杨柳青", 91.2m),
            new("网络工程系教师党支部", BranchType.Teacher, "董明", 86.3m),
            new("公共计算机教研部党支部", BranchType.Teacher, "汪洋", 82.4m) { Work = DemoWork.Reviewed },
            new("计算机实验中心党支部", BranchType.Support, "石磊", 78.2m) { Work = DemoWork.Reviewed },
            new("学院机关党支部", BranchType.Administration, "江涛", 89.1m),
            new("退休教工党支部", BranchType.Retired, "范玉珍", 83.2m),
            new("硕士生第一党支部", BranchType.Student, "林一鸣", 94.3m, MissingInput.SelfScore, MissingInput.Review) { StaffNumber = "20100915", Work = DemoWork.Returned },
            new("硕士生第二党支部", BranchType.Student, "夏雨", 88.4m, MissingInput.Review, MissingInput.MassVote) { Work = DemoWork.HalfReviewed },
            new("本科生第一党支部", BranchType.Student, "邱实", 91.9m) { LastYear = 74.2m },
            new("本科生第二党支部", BranchType.Student, "贾宁", 73.5m) { IsVetoed = true },
            new("人工智能系教师党支部", BranchType.Teacher, "尹航", 86.8m) { IsNew = true },
        ]),
        new("文学院党委", CommitteeKind.PartyCommittee, "许佳", "20050208",
        [
            new("中国语言文学系教师党支部", BranchType.Teacher, "孟繁", 93.4m),
            new("汉语国际教育系教师党支部", BranchType.Teacher, "余晓", 87.3m),
            new("新闻传播系教师党支部", BranchType.Teacher, "任远", 91.2m),
            new("写作教研室教师党支部", BranchType.Teacher, "白露", 81.1m),
            new("学院机关党支部", BranchType.Administration, "徐立", 85.2m),
            new("退休教工党支部", BranchType.Retired, "沈怀清", 88.1m),
            new("研究生党支部", BranchType.Student, "韩梅", 90.9m),
            new("本科生党支部", BranchType.Student, "郑爽", 86.1m),
            new("国际学院联合党支部", BranchType.Teacher, "丁一", 84.9m, NotBegun) { IsNew = true },
        ]),
        new("机关党委", CommitteeKind.PartyCommittee, "高云", "19920710",
        [
            new("党委办公室、校长办公室党支部", BranchType.Administration, "傅强", 95.3m),
            new("宣传部、统战部党支部", BranchType.Administration, "程晨", 91.6m),
            new("纪委、监察审计处党支部", BranchType.Administration, "田野", 89.3m),
            new("人事处党支部", BranchType.Administration, "方晴", 84.1m),
            new("教务处党支部", BranchType.Administration, "贺军", 92.6m),
            new("科研处党支部", BranchType.Administration, "潘虹", 86.4m),
            new("财务处党支部", BranchType.Administration, "万里", 80.6m),
            new("学生处、团委党支部", BranchType.Administration, "向前", 88.3m),
            new("离退休工作处党支部", BranchType.Retired, "陶然", 82.1m),
        ]),
        new("后勤党总支", CommitteeKind.GeneralBranch, "马力", "19940101",
        [
            new("后勤机关党支部", BranchType.Administration, "俞平", 83.3m),
            new("饮食服务中心党支部", BranchType.Support, "雷鸣", 87.4m),
            new("物业服务中心党支部", BranchType.Support, "钟诚", 76.1m, NoVotes),
            new("校医院党支部", BranchType.Support, "姚静", 85.3m, NotReviewed),
            new("维修工程部党支部", BranchType.Support, "鲁大勇", 58.4m),
        ]),
        new("图书馆直属党支部", CommitteeKind.DirectBranch, null, null,
        [
            new("图书馆直属党支部", BranchType.Support, "钱文", 86.2m, MissingInput.Review, MissingInput.MemberVote, MissingInput.MassVote) { StaffNumber = "19960503", Work = DemoWork.Submitted },
        ]),
    ];
}
