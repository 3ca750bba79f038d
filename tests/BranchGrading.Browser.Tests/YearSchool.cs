using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BranchGrading.Browser.Tests;

/// <summary>A school of one 学院 with three branches and one 直属党支部, its round opened today: each kind of person finds work.</summary>
internal static class YearSchool
{
    public const string Officer = "zuzhiyuan";
    public const string Secretary = "jiaoshi";
    public const string Library = "tushuguan";
    public const string Department = "zuzhibu";

    public const string Committee = "材料学院党委";
    public const string Teachers = "材料系教师党支部";
    public const string Students = "材料系学生党支部";
    public const string Late = "材料系退休党支部";
    public const string LibraryBranch = "图书馆党支部";

    /// <summary>The year of the round; the grades of the year before are there.</summary>
    public static int Year { get; } = DateTimeOffset.UtcNow.Year;

    /// <summary>An installation with the school in it; every account has <see cref="App.Password"/>.</summary>
    public static async Task<App> OpenAsync()
    {
        var app = await App.EmptyAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id);
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), App.Password);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var since = new DateOnly(today.Year - 2, 9, 1);

        var committee = new Committee(Committee, CommitteeKind.PartyCommittee, "D01", 1);
        committee.AppointOrganiser(Known("王静", Officer, Roles.CommitteeOfficer), since);
        Found(committee, Teachers, BranchType.Teacher, Known("周慧敏", Secretary, Roles.BranchSecretary));
        Found(committee, Students, BranchType.Student, new Domain.Organisation.Person("徐佳", null, "13800000002", null));
        Found(committee, Late, BranchType.Retired, new Domain.Organisation.Person("何雨", null, "13800000003", null));
        var library = new Committee("图书馆直属党支部", CommitteeKind.DirectBranch, "Z01", 2);
        Found(library, LibraryBranch, BranchType.Support, Known("钱文", Library, Roles.BranchSecretary, Roles.CommitteeOfficer));
        db.AddRange(committee, library);
        db.Audit.Describe(AuditEvent.RosterImported, "名册");
        await db.SaveChangesAsync();

        foreach (var branch in committee.Branches.Concat(library.Branches))
            db.Add(new PastGrade(branch, Year - 1, branch.Name == Students ? Grade.C : Grade.B, null));
        var rules = RoundRules.Default with { CapShare = 0.5m, PublicityDays = 0 };
        var now = DateTime.UtcNow;
        var deadlines = new RoundDeadlines { SelfAssessment = now.AddDays(5), Report = now.AddDays(10), Grading = now.AddDays(15), HandIn = now.AddDays(16) };
        var round = new GradingRound(Year, rules, deadlines);
        round.Prepare(rules, deadlines, RoundRule.All.Select(rule => rule.Key));
        var standards = await db.Standards.ToDictionaryAsync(standard => standard.Kind, standard => standard.Id);
        foreach (var type in Enum.GetValues<BranchType>())
            round.UseStandard(type, standards[type == BranchType.Student ? StandardKind.Student : StandardKind.Staff]);
        round.Open(committee.Branches.Concat(library.Branches), "陈立群", now);
        db.Add(round);
        db.Audit.Describe(AuditEvent.RoundOpened, $"{Year} 年度");
        await db.SaveChangesAsync();
        return app;

        Domain.Organisation.Person Known(string name, string userName, params string[] held)
        {
            var account = new Account(userName, new Domain.Organisation.Person(name, userName, "13800000001", null));
            account.ChoosePassword(hash);
            foreach (var role in held)
                account.Grant(roles[role]);
            db.Add(account);
            return account.Person;
        }

        void Found(Committee unit, string name, BranchType type, Domain.Organisation.Person secretary)
        {
            var branch = unit.Found(name, type, null, unit.Branches.Count + 1);
            branch.Describe(18, 3, 5, new DateOnly(2005, 9, 1), since);
            branch.AppointSecretary(secretary, since, "教研室主任", today);
        }
    }

    /// <summary>What addresses need: the round, the committees by name, the branches and participants by the branch's name.</summary>
    public static async Task<YearNumbers> NumbersAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        return new YearNumbers(
            await db.Rounds.Select(round => round.Id).SingleAsync(),
            await db.Committees.ToDictionaryAsync(committee => committee.Name, committee => committee.Id),
            await db.Branches.ToDictionaryAsync(branch => branch.Name, branch => branch.Id),
            await db.Participants.ToDictionaryAsync(participant => participant.BranchName, participant => participant.Id));
    }
}
