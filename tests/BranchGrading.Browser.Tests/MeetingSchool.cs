using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BranchGrading.Browser.Tests;

/// <summary>
/// A school of fifty branches before its meeting: ten places for A. Numbers 1 to 9 are above the cut, but 2 was a C last year; 10 and 11 are equal in all four; 12 comes next, the others are B.
/// </summary>
internal static class MeetingSchool
{
    public const string Department = "zuzhibu";
    public const string Secretary = "shuji";
    public const int Branches = 50;

    private static readonly decimal[] Best = [98, 97, 96.5m, 96, 95.5m, 95, 94.5m, 94, 93.5m, 93, 93, 92];

    public static int Year { get; } = DateTimeOffset.UtcNow.Year;

    public static string Name(int number) => $"第{number:00}党支部";

    /// <summary>The school, its round open with all results in; the secretary leads number 11.</summary>
    public static async Task<App> OpenAsync(TimeProvider clock)
    {
        var app = await App.EmptyAsync(clock);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), App.Password);
        var role = await db.Roles.Where(role => role.Name == Roles.BranchSecretary).Select(role => role.Id).SingleAsync();
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var committees = Enumerable.Range(1, 5).Select(number => new Committee($"第{number}学院党委", CommitteeKind.PartyCommittee, $"D{number:00}", number)).ToList();
        for (var number = 1; number <= Branches; number++)
        {
            var committee = committees[(number - 1) % committees.Count];
            var branch = committee.Found(Name(number), (BranchType)(number % 5), null, committee.Branches.Count + 1);
            branch.Describe(20, 2, 3, null, null);
            var name = $"书记{number:00}";
            var person = number == 11 ? db.AddAccount(name, Secretary, role, hash) : new Domain.Organisation.Person(name, null, null, null);
            branch.AppointSecretary(person, new DateOnly(today.Year - 2, 9, 1), null, today);
            db.Add(new PastGrade(branch, Year - 1, number == 2 ? Grade.C : Grade.B, null));
        }

        db.AddRange(committees);
        db.Audit.Describe(AuditEvent.RosterImported, "名册");
        await db.SaveChangesAsync();

        var deadlines = new RoundDeadlines { SelfAssessment = now.AddDays(-9), Report = now.AddDays(-5), Grading = now.AddDays(5), HandIn = now.AddDays(6) };
        var round = await db.OpenRoundAsync(Year, RoundRules.Default, deadlines, committees.SelectMany(committee => committee.Branches), now);

        foreach (var participant in round.Participants)
        {
            var number = int.Parse(participant.BranchName[1..3]);
            var score = number <= Best.Length ? Best[number - 1] : 85m;
            db.AddResults(participant, score, now);
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Members, new BallotCount(20, 20, 20, 20, 15, 3, 1, 1)));
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Masses, new BallotCount(null, 30, 30, 30, 20, 8, 1, 1)));
        }

        db.Audit.Describe(AuditEvent.ResultsImported, $"{Year} 年度");
        await db.SaveChangesAsync();
        return app;
    }
}
