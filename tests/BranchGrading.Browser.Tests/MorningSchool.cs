using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BranchGrading.Browser.Tests;

/// <summary>A school of five committees on 9 April, half past nine in the morning: all branches are reviewed, nobody has handed in yet, and it is due at eleven.</summary>
internal static class MorningSchool
{
    public const string Department = "zuzhibu";
    public const string Mail = "zzb@example.edu.cn";

    /// <summary>Next year's, so that a browser's cookies last.</summary>
    public static int Year { get; } = DateTimeOffset.UtcNow.Year + 1;

    public static IReadOnlyList<string> Committees { get; } = ["材料学院党委", "物理学院党委", "历史学院党委", "外语学院党委", "后勤党总支"];

    /// <summary>Half past nine in the school.</summary>
    public static DateTimeOffset Morning { get; } = new(Year, 4, 9, 9, 30, 0, TimeSpan.FromHours(8));

    /// <summary>The account of a committee's officer.</summary>
    public static string Officer(int committee) => $"zuzhiyuan{committee}";

    public static async Task<App> OpenAsync(TimeProvider clock)
    {
        var app = await App.EmptyAsync(clock);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), App.Password);
        var role = await db.Roles.Where(role => role.Name == Roles.CommitteeOfficer).Select(role => role.Id).SingleAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        var since = new DateOnly(Year - 2, 9, 1);
        var committees = Committees.Select((name, index) => new Committee(name, name.EndsWith("党委", StringComparison.Ordinal) ? CommitteeKind.PartyCommittee : CommitteeKind.GeneralBranch, $"D{index + 1:00}", index + 1)).ToList();
        foreach (var (index, committee) in committees.Index())
        {
            committee.AppointOrganiser(db.AddAccount($"组织员{index}", Officer(index), role, hash, $"zzy{index}@example.edu.cn"), since);
            foreach (var type in new[] { BranchType.Teacher, BranchType.Student })
            {
                var branch = committee.Found($"{committee.Name[..2]}{(type == BranchType.Teacher ? "教师" : "学生")}党支部", type, null, committee.Branches.Count + 1);
                branch.Describe(18, 3, 5, new DateOnly(2005, 9, 1), since);
                branch.AppointSecretary(new($"{branch.Name[..4]}书记", null, null, null), since, null, DateOnly.FromDateTime(now));
            }
        }

        db.AddRange(committees);
        (await db.Settings.SingleAsync()).DepartmentMail = Mail;
        db.Audit.Describe(AuditEvent.RosterImported, "名册");
        await db.SaveChangesAsync();

        var deadlines = new RoundDeadlines { SelfAssessment = now.AddDays(-9), Report = now.AddDays(-4), Grading = At(0), HandIn = At(11) };
        var round = await db.OpenRoundAsync(Year, RoundRules.Default, deadlines, committees.SelectMany(committee => committee.Branches), now.AddDays(-30));
        foreach (var (index, participant) in round.Participants.Index())
        {
            db.AddResults(participant, 80 + index, now.AddDays(-5));
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Members, new BallotCount(20, 20, 20, 20, 15, 4, 1, 0)));
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Masses, new BallotCount(null, 30, 30, 30, 20, 9, 1, 0)));
        }

        db.Audit.Describe(AuditEvent.ResultsImported, $"{Year} 年度");
        await db.SaveChangesAsync();
        return app;
    }

    public static async Task<int> RoundAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GradingDbContext>().Rounds.Select(round => round.Id).SingleAsync();
    }

    /// <summary>An hour of that day in the school, in UTC.</summary>
    private static DateTime At(int hour) => new DateTimeOffset(Year, 4, 9, hour, 0, 0, TimeSpan.FromHours(8)).UtcDateTime;
}
