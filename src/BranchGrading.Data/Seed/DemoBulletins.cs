using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Bulletins;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Seed;

/// <summary>What department and committees of the demo school have told: a notice to be confirmed, a good case, a committee's own notice, and a draft.</summary>
internal static class DemoBulletins
{
    private static readonly string[] Everybody = [Roles.CommitteeOfficer, Roles.BranchSecretary];

    public static async Task AddAsync(GradingDbContext db, DateTime now)
    {
        var year = now.AddHours(8).Year;
        var materials = await db.Committees.SingleAsync(committee => committee.Name == "材料科学与工程学院党委");
        var notice = new Bulletin(null, BulletinKind.Notice, $"关于做好 {year} 年党支部分类定级工作的通知", $"""
            各二级党组织、各党支部：

            {year} 年党支部分类定级工作已经开始。请各支部对照评分标准逐项自评，写明主要做法、存在问题和整改措施，按时提交；请各二级党组织组织好党员测评和群众测评，认真初评，按时上报。

            一、自评要实事求是，每项得分都要有材料可查。
            二、测评票数要如实登记，应到、发出、收回、有效四个数对得上。
            三、各项截止时间以系统「日程」页为准，过期不再受理；确有困难的，请提前向党委组织部申请延期。

            看完请点「我已阅读」。
            """, new BulletinAudience(Everybody, []), true, "陈立群", now.AddDays(-6));
        notice.Publish(now.AddDays(-6).AddMinutes(20));
        foreach (var (userName, days) in new[] { ("20010316", 5), ("19960503", 4), ("20100915", 2) })
        {
            var account = await db.Users.Include(account => account.Person).SingleAsync(account => account.UserName == userName);
            notice.Confirm(account.Id, account.Person.Name, now.AddDays(-days));
        }

        var good = new Bulletin(null, BulletinKind.GoodCase, "把支部建在课题组上：一个硕士生支部的做法", """
            硕士生党支部的党员分散在各课题组，集中一次不容易。材料科学与工程学院的一个支部这样做：

            按课题组设党小组，每两周在组会之后用二十分钟学习讨论；支部每月集中一次，各党小组轮流主讲。党员在实验室亮身份，带头守安全、带新生、帮困难。

            一年下来，组织生活一次不缺，群众测评好评率明显提高，三名同学递交了入党申请书。
            """, new BulletinAudience(Everybody, []), false, "陈立群", now.AddDays(-3));
        good.Publish(now.AddDays(-3));
        var own = new Bulletin(materials.Id, BulletinKind.Notice, "本周五下午集中核对自评材料", """
            各支部书记：

            本周五下午两点在学院会议室集中核对自评材料。请带上三会一课记录本、党员花名册和佐证材料的原件。

            来不了的请提前告诉我。
            """, new BulletinAudience([Roles.BranchSecretary], []), true, "王静", now.AddDays(-1));
        own.Publish(now.AddDays(-1));
        var draft = new Bulletin(null, BulletinKind.Notice, "报送附表 4、附表 5 的几点说明", """
            请各二级党组织在系统里报送附表 4、附表 5，再打印、签字、盖章，把纸质版送到党委组织部。

            纸质版上的校验码要和系统里的一致。
            """, new BulletinAudience([Roles.CommitteeOfficer], []), true, "陈立群", now.AddHours(-3));
        db.AddRange(notice, good, own, draft);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, "演示学校：通知和典型经验");
        await db.SaveChangesAsync();
    }
}
