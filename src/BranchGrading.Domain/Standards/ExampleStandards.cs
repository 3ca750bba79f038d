using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Domain.Standards;

/// <summary>示例标准: two complete standards to start from; five heads as in several provinces, wording and points the project's own.</summary>
public static class ExampleStandards
{
    /// <summary>学生党支部: 15 + 20 + 20 + 25 + 20 = 100.</summary>
    public static ScoringStandard Students() => new("学生党支部分类定级评分参考标准（示例）", StandardKind.Student,
    [
        new StandardHead("领导班子好",
        [
            Committee(),
            StandardItem.ByPoints("执行上级决议", "学校党委和院系党组织布置的工作按时完成、有回音。每有一项拖延或没有结果，酌情减 0.5 至 1 分。", "工作安排、落实情况记录", 3),
            StandardItem.ByPoints("带头学习理论", "支委会有学习计划，支委带头学、带头讲，全年集中学习不少于 4 次。少一次减 0.5 分。", "学习计划、学习记录", 2),
            StandardItem.ByPoints("书记能力与威信", "书记熟悉党务，敢抓敢管，成绩和品行在同学中过硬，遇事同学愿意找他商量。", "书记述职材料", 3),
            StandardItem.ByPoints("参与重要事项决策", "班级（年级）评优、资助、推荐入党等重要事项，支部参加讨论并提出意见。", "会议记录", 2),
            StandardItem.ByPoints("分工协作、联系骨干", "支委分工明确、相互补台，与班委会、团支部和学生社团骨干有固定联系。", "支委分工表、联系记录", 3),
        ]),
        new StandardHead("党员队伍好",
        [
            StandardItem.ByPoints("党员意识与服务群众", "党员亮明身份，按期交纳党费，主动帮助同学，志愿服务有记录，全年人均不少于 2 次。", "党费收缴记录、志愿服务记录", 5),
            StandardItem.ByPoints("学业表率", "党员学习努力，无考试违纪；成绩在班级中上游的比例高，在科研竞赛、社会实践中带头。", "成绩汇总、获奖证明", 5),
            StandardItem.ByPoints("发展党员质量", "坚持标准和程序，实行记实、公示、票决；培养考察材料齐全，没有突击发展。", "发展党员记实材料、公示、票决记录", 4),
            StandardItem.ByPoints("党员教育管理", "教育有计划有考勤，党性定期分析每年不少于 1 次；对实习、交流等流动党员有人联系、不失管。", "教育计划、党性分析材料、流动党员登记", 4),
            StandardItem.ByPoints("关怀帮扶", "掌握家庭困难、学业困难、心理压力大的党员和同学的情况，有人帮、有结果。", "帮扶记录", 2),
        ]),
        new StandardHead("工作机制好",
        [
            Meetings(),
            MissingRecords(),
            StandardItem.ByPoints("民主评议党员", "每年一次，有自评、互评、组织意见；评议结果告知本人，不合格的有处置。", "民主评议材料", 4),
            StandardItem.ByPoints("党务公开", "发展党员、评优推荐、党费收缴等事项按规定公开，同学知道到哪里看、向谁问。", "公开栏照片或公开记录", 3),
            OneWorkingRule(),
            StandardItem.ByPoints("活动场所与经费", "有相对固定的活动场所，活动经费有来源、使用有记录。", "场所说明、经费使用记录", 2),
        ]),
        new StandardHead("工作业绩好",
        [
            StandardItem.ByPoints("围绕中心工作", "支部工作围绕学生成长成才展开，年初有思路，年底有对照，重点工作完成。", "年度计划、年度总结", 6),
            StandardItem.ByPoints("品牌活动", "有一项坚持开展、同学认可的活动，参加面广，不走过场。", "活动方案、参加名单、小结", 5),
            StandardItem.ByPoints("学风和育人成效", "所在班级（年级）学风好，挂科率、违纪率下降或保持较低，党员帮学有成效。", "学风情况统计", 6),
            StandardItem.ByPoints("支持团支部和联系群众", "支持、指导团支部、班委会和学生社团开展工作，每名党员固定联系同学，意见有反映、有答复。", "联系名单、意见办理记录", 4),
            Awards("支部或党员受到院系级以上表彰，每项 1 分，最多 2 分；同一事项取最高一级，不重复计。"),
            Publicity(),
        ]),
        new StandardHead("群众反映好",
        [
            StandardItem.ByVote("党员测评", "本支部党员对支部工作的满意率乘以分值，由测评票自动得出，不用自评。", 7, Panel.Members),
            StandardItem.ByVote("群众测评", "支部所联系的同学对支部工作的满意率乘以分值，由测评票自动得出，不用自评。", 7, Panel.Masses),
            Complaints(6, 2),
        ]),
        Vetoes(),
    ], isExample: true);

    /// <summary>教工党支部: 15 + 25 + 20 + 25 + 15 = 100; for 离退休 without 发展党员质量, 96.</summary>
    public static ScoringStandard Staff() => new("教工党支部分类定级评分参考标准（示例）", StandardKind.Staff,
    [
        new StandardHead("领导班子好",
        [
            Committee(),
            StandardItem.ByPoints("执行上级决议", "学校党委和本单位党组织布置的工作按时完成、有回音。每有一项拖延或没有结果，酌情减 0.5 至 1 分。", "工作安排、落实情况记录", 3),
            StandardItem.ByPoints("带头学习理论", "支委会有学习计划，支委带头学、带头讲，全年集中学习不少于 4 次。少一次减 0.5 分。", "学习计划、学习记录", 2),
            StandardItem.ByPoints("书记能力与威信", "书记熟悉党务和业务，作风民主，办事公道，在教职工中说话有人听。", "书记述职材料", 3),
            StandardItem.ByPoints("参与重要事项决策", "教研室（科室）工作计划、岗位聘任、评优推荐等重要事项，书记参加讨论和决定。", "会议记录", 2),
            StandardItem.ByPoints("分工协作、联系骨干", "支委分工明确、相互补台，与行政负责人配合好，支委固定联系业务骨干。", "支委分工表、联系记录", 3),
        ]),
        new StandardHead("党员队伍好",
        [
            StandardItem.ByPoints("党员意识与服务群众", "党员亮明身份，按期交纳党费，遵守师德和职业规范，主动为师生办实事。", "党费收缴记录、办实事记录", 6),
            StandardItem.ByPoints("立足岗位作表率", "教师党员在教学科研上、机关和后勤党员在管理服务上走在前面；离退休党员关心学校发展、发挥余热。", "考核结果、工作实绩", 7),
            StandardItem.ByPoints("发展党员质量", "主动在优秀青年教师和业务骨干中培养积极分子；发展党员坚持标准，实行记实、公示、票决。", "培养考察和发展党员材料", 4)
                .ExceptFor(BranchType.Retired),
            StandardItem.ByPoints("党员教育管理", "教育有计划有考勤，党性定期分析每年不少于 1 次；对出国、借调等流动党员有人联系、不失管。", "教育计划、党性分析材料、流动党员登记", 5),
            StandardItem.ByPoints("关怀帮扶", "关心老党员、生活困难党员和生病的同事，节日和遇到困难时有走访、有帮助。", "走访帮扶记录", 3),
        ]),
        new StandardHead("工作机制好",
        [
            Meetings(),
            MissingRecords(),
            StandardItem.ByPoints("民主评议党员", "每年一次，有自评、互评、组织意见；评议结果告知本人，不合格的有处置。", "民主评议材料", 4),
            StandardItem.ByPoints("党务公开", "发展党员、评优推荐、党费收缴等事项按规定公开，党员群众知道到哪里看、向谁问。", "公开栏照片或公开记录", 3),
            OneWorkingRule(),
            StandardItem.ByPoints("活动场所与经费", "有相对固定的活动场所，活动经费有来源、使用有记录。", "场所说明、经费使用记录", 2),
        ]),
        new StandardHead("工作业绩好",
        [
            StandardItem.ByPoints("围绕中心工作", "支部工作与教学、科研、管理、服务结合，年初有思路，年底有对照，重点工作完成。", "年度计划、年度总结", 6),
            StandardItem.ByPoints("品牌活动", "有一项坚持开展、师生认可的活动或服务项目，参加面广，不走过场。", "活动方案、参加名单、小结", 5),
            StandardItem.ByPoints("育人和服务成效", "教书育人、管理育人、服务育人有实效，师生反映的问题解决得及时。", "典型事例、工作统计", 6),
            StandardItem.ByPoints("支持工会、共青团和联系群众", "支持工会、共青团和青年教师工作，党员固定联系师生，意见有反映、有答复。", "联系名单、意见办理记录", 4),
            Awards("支部、党员或所在集体受到校级以上表彰，每项 1 分，最多 2 分；同一事项取最高一级，不重复计。"),
            Publicity(),
        ]),
        new StandardHead("群众反映好",
        [
            StandardItem.ByVote("党员测评", "本支部党员对支部工作的满意率乘以分值，由测评票自动得出，不用自评。", 5, Panel.Members),
            StandardItem.ByVote("群众测评", "支部所服务的师生对支部工作的满意率乘以分值，由测评票自动得出，不用自评。", 6, Panel.Masses),
            Complaints(4, 2),
        ]),
        Vetoes(),
    ], isExample: true);

    private static StandardItem Committee() => StandardItem.ByOptions(
        "班子健全", "支委会（不足 7 名党员的支部为书记、副书记）按期换届，缺员及时补齐。", "换届和增补的请示、批复",
        new ItemOption("健全，按期换届", 2), new ItemOption("缺员或换届延期不超过半年", 1), new ItemOption("不健全或换届延期半年以上", 0));

    private static StandardItem Meetings() => StandardItem.ByOptions(
        "三会一课", "党员大会每季度一次、支委会每月一次、党小组会每月一次、党课每季度一次。", "会议和党课记录",
        new ItemOption("按期召开，内容充实", 5), new ItemOption("按期召开，内容一般", 3.5m),
        new ItemOption("缺开不超过三分之一", 2), new ItemOption("缺开三分之一以上", 0));

    private static StandardItem MissingRecords() => StandardItem.ByDeduction(
        "组织生活记录", "每次组织生活都有时间、地点、出席和内容的记录。缺一次记录扣 0.5 分，扣完为止。", "组织生活记录本", 3, 0.5m);

    private static StandardItem OneWorkingRule() => StandardItem.ByPoints(
        "至少一项务实管用的制度", "支部自己建立、正在执行、能解决实际问题的制度；只有文本没有执行的，不超过 1 分。", "制度文本、执行记录", 3);

    private static StandardItem Awards(string guidance) =>
        StandardItem.ByBonus("表彰", guidance, "表彰文件或证书", 2, 1);

    private static StandardItem Publicity() => StandardItem.ByBonus(
        "宣传报道", "支部工作和党员事迹在校级以上媒体刊登，每篇 0.5 分，最多 2 分。", "报道的标题、媒体和日期", 2, 0.5m);

    private static StandardItem Complaints(decimal maxPoints, decimal unitPoints) => StandardItem.ByDeduction(
        "信访与投诉", $"经核实、责任在支部或支部党员的信访和投诉，每件扣 {unitPoints:0.##} 分，扣完为止。", "核实结论", maxPoints, unitPoints);

    private static StandardHead Vetoes() => new("一票否决",
    [
        StandardItem.ByVeto("书记或班子成员严重违纪违法", "评价年度内书记或班子成员受到留党察看以上党纪处分、记大过以上政务处分，或被追究刑事责任。"),
        StandardItem.ByVeto("发生重大责任事故或群体性事件", "因支部工作失职，本单位发生重大安全责任事故或造成恶劣影响的群体性事件。"),
        StandardItem.ByVeto("弄虚作假", "在自评、测评或佐证材料中弄虚作假，经查实。"),
    ]);
}
