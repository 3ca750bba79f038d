using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Organisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Seed;

/// <summary>The demo school: invented, in the middle of its year.</summary>
public static class DemoSchool
{
    public const string Name = "江州大学";
    public const string Phone = "0551-6360 1234（工作日 8:00–17:30）";

    /// <summary>The department's address, like all of the demo under a name that is nobody's by the rules of the net: a demo can never write to a stranger.</summary>
    public const string Mail = "zzb@jiangzhou.example";

    /// <summary>The password of every demo account; such accounts exist in demo databases only.</summary>
    public const string Password = "demo-2026";

    public static IReadOnlyList<DemoAccount> Accounts { get; } =
    [
        new("19880901", Roles.OrganizationDepartment, "陈立群", "党委组织部", "初评结果陆续报来，有支部并列待定，等您决定"),
        new("20010316", Roles.CommitteeOfficer, "王静", "材料科学与工程学院党委", "支部有的还没开始，有的填了一半，有的等您初评"),
        new("19970622", Roles.CommitteeOfficer, "赵文斌", "计算机学院党委", "一个支部的自评已退回修改；有一个支部被一票否决"),
        new("20080427", Roles.BranchSecretary, "周慧敏", "材料科学与工程学院硕士生第一党支部", "本年度自评填了一半；可看上年度等级和理由"),
        new("20100915", Roles.BranchSecretary, "林一鸣", "计算机学院硕士生第一党支部", "本年度自评被退回，写明了要改的地方；可看上年度等级和理由"),
        new("19960503", Roles.CommitteeOfficer, "钱文", "图书馆直属党支部", "既是书记也办组织员的事：自评已交，两项测评还没有录入"),
        new("19900412", Roles.Inspector, "孙国栋", "督查督导组", "查看各单位的初评进度和成绩"),
        new("20060118", Roles.SystemAdministrator, "吴凡", "信息中心", "账号和学校设置"),
        new("19950730", Roles.Auditor, "何敏", "审计处", "查看操作记录"),
    ];

    public static async Task SeedAsync(GradingDbContext db, IPasswordHasher<Account> hasher, DateTime now, DateOnly today)
    {
        var committees = Committees(today);
        db.AddRange(committees);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, "演示学校：党组织名册");
        await db.SaveChangesAsync();

        await AddAccountsAsync(db, hasher);
        await DemoRounds.AddLastYearAsync(db, committees, now, today);
        await DemoRounds.AddThisYearAsync(db, committees, now, today);
        await DemoBulletins.AddAsync(db, now);
        db.ChangeTracker.Clear();
    }

    private static List<Committee> Committees(DateOnly today)
    {
        var committees = new List<Committee>();
        var number = 0;
        foreach (var (unit, order) in DemoCommittee.All.Select((unit, index) => (unit, index + 1)))
        {
            var committee = new Committee(unit.Name, unit.Kind, $"{order:00}", order);
            if (unit.Organiser is { } organiser)
                committee.AppointOrganiser(new Person(organiser, unit.OrganiserNumber, $"138055101{order:00}", MailOf(unit.OrganiserNumber)), new DateOnly(today.Year - 3, 9, 1));
            foreach (var described in unit.Branches)
            {
                number++;
                var branch = committee.Found(described.Name, described.Type, $"{order:00}{committee.Branches.Count + 1:00}", number);
                var since = described.IsNew ? new DateOnly(today.Year, 1, 1) : new DateOnly(today.Year - 1 - number % 3, 3 + number % 9, 1);
                var isStudent = described.Type == BranchType.Student;
                var size = DemoRounds.MembersOf(described);
                var probationary = isStudent ? size / 4 : described.Type == BranchType.Retired ? 0 : size / 15;
                branch.Describe(size - probationary, probationary, size < 7 ? null : 3 + number % 3, described.IsNew ? since : new DateOnly(1999 + number % 9, 9, 1), since);
                var staffNumber = described.StaffNumber ?? $"{1986 + number % 24}{1000 + number}";
                // A few gave no address, so that pages show what is done about them.
                var secretary = new Person(described.Secretary, staffNumber, $"139551020{number:00}", number % 9 == 4 && described.StaffNumber is null ? null : MailOf(staffNumber));
                branch.AppointSecretary(secretary, since, ConcurrentPost(described.Type), today);
            }

            committees.Add(committee);
        }

        return committees;
    }

    private static string? MailOf(string? staffNumber) => staffNumber is null ? null : $"{staffNumber}@jiangzhou.example";

    private static string? ConcurrentPost(BranchType type) => type switch
    {
        BranchType.Student => "辅导员",
        BranchType.Teacher => "系主任",
        BranchType.Administration or BranchType.Support => "办公室主任",
        _ => null,
    };

    private static async Task AddAccountsAsync(GradingDbContext db, IPasswordHasher<Account> hasher)
    {
        var people = await db.People.Where(person => person.StaffNumber != null).ToDictionaryAsync(person => person.StaffNumber!);
        var leaders = await db.Branches.SelectMany(branch => branch.Terms).Select(term => term.PersonId).ToListAsync();
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id);
        foreach (var described in Accounts)
        {
            var account = new Account(described.UserName, people.GetValueOrDefault(described.UserName) ?? new Person(described.Name, described.UserName, null, MailOf(described.UserName)));
            account.ChoosePassword(hasher.HashPassword(account, Password));
            account.Grant(roles[described.Role]);
            if (leaders.Contains(account.Person.Id))
                account.Grant(roles[Roles.BranchSecretary]);
            db.Add(account);
        }

        db.Audit.Describe(AuditEvent.DatabaseSeeded, "演示学校：账号");
        await db.SaveChangesAsync();
    }
}
