using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Queries;
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
/// A school of one 学院 with four branches, its round open: the teachers handed in a weak self-assessment on line and wait for their review; the others' results came on paper.
/// </summary>
internal static class RiseSchool
{
    public const string Department = "zuzhibu";
    public const string Officer = "zuzhiyuan";
    public const string Secretary = "jiaoshi";

    public const string Committee = "材料学院党委";
    public const string Teachers = "材料系教师党支部";
    public const string Students = "材料系学生第一党支部";
    public const string OtherStudents = "材料系学生第二党支部";
    public const string Laboratory = "材料实验中心党支部";

    public const string Problem = "理论学习联系实际不够";
    public const string VagueMeasure = "进一步加强理论学习，切实提高认识";
    public const string Answer = "小组会议记录不全";

    /// <summary>The first of the two years; the grades of the year before are there.</summary>
    public static int Year { get; } = DateTimeOffset.UtcNow.Year;

    private static readonly Dictionary<string, decimal> OnPaper = new() { [Students] = 86, [OtherStudents] = 75, [Laboratory] = 84 };

    /// <summary>An installation with the school in it; every account has <see cref="App.Password"/>.</summary>
    public static async Task<App> OpenAsync(TimeProvider clock)
    {
        var app = await App.EmptyAsync(clock);
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id);
        var hash = scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), App.Password);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var since = new DateOnly(today.Year - 2, 9, 1);

        var committee = new Committee(Committee, CommitteeKind.PartyCommittee, "D01", 1);
        committee.AppointOrganiser(Known("王静", Officer, Roles.CommitteeOfficer), since);
        Found(Teachers, BranchType.Teacher, Known("周慧敏", Secretary, Roles.BranchSecretary), Grade.B);
        Found(Students, BranchType.Student, new("徐佳", null, "13800000002", null), Grade.B);
        Found(OtherStudents, BranchType.Student, new("何雨", null, "13800000003", null), Grade.C);
        Found(Laboratory, BranchType.Support, new("钱文", null, "13800000004", null), Grade.B);
        db.Add(committee);
        db.Audit.Describe(AuditEvent.RosterImported, "名册");
        await db.SaveChangesAsync();

        var rules = RoundRules.Default with { CapShare = 0.5m };
        var deadlines = new RoundDeadlines { SelfAssessment = now.AddDays(1), Report = now.AddDays(5), Grading = now.AddDays(10), HandIn = now.AddDays(11) };
        var round = await db.OpenRoundAsync(Year, rules, deadlines, committee.Branches, now);

        foreach (var participant in round.Participants)
        {
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Members, new BallotCount(20, 20, 20, 20, 15, 4, 1, 0)));
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Masses, new BallotCount(null, 30, 30, 30, 20, 9, 1, 0)));
            if (OnPaper.TryGetValue(participant.BranchName, out var score))
                db.AddResults(participant, score, now);
        }

        db.Audit.Describe(AuditEvent.ResultsImported, $"{Year} 年度");
        await db.SaveChangesAsync();
        await HandInAsync(db, round.Participants.Single(participant => participant.BranchName == Teachers).Id, now);
        return app;

        Domain.Organisation.Person Known(string name, string userName, string held) => db.AddAccount(name, userName, roles[held], hash);

        void Found(string name, BranchType type, Domain.Organisation.Person secretary, Grade before)
        {
            var branch = committee.Found(name, type, null, committee.Branches.Count + 1);
            branch.Describe(18, 3, 5, new DateOnly(2005, 9, 1), since);
            branch.AppointSecretary(secretary, since, null, today);
            db.Add(new PastGrade(branch, Year - 1, before, null));
        }
    }

    /// <summary>The numbers that stand in addresses: the first round, and its participants by the branch's name.</summary>
    public static async Task<(int Round, IReadOnlyDictionary<string, int> Participants, IReadOnlyDictionary<string, int> Branches)> NumbersAsync(App app, int year)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var participants = await db.Participants.Where(participant => participant.Round.Year == year).ToListAsync();
        return (participants[0].RoundId, participants.ToDictionary(row => row.BranchName, row => row.Id), participants.ToDictionary(row => row.BranchName, row => row.BranchId));
    }

    /// <summary>Two points in three of every item, one answer 基本, and a table of problems whose measure says nothing.</summary>
    private static async Task HandInAsync(GradingDbContext db, int participantId, DateTime now)
    {
        var reader = new Viewer(0, 0, "周慧敏", new HashSet<string> { Roles.Inspector });
        var papers = (await db.FindPapersAsync(participantId, reader, CancellationToken.None))!;
        var assessment = db.Add(new SelfAssessment(participantId, "周慧敏", now)).Entity;
        assessment.ConfirmBasics("周慧敏", now);
        foreach (var item in papers.Self.Items)
            db.Add(new ItemScore(participantId, Scorer.Branch, item.Id)).Entity.Fill(item, AnswerTo(item), vetoed: false, null, "周慧敏", now);
        foreach (var question in Enum.GetValues<Question>())
        {
            var isWeak = question == Question.Rules;
            db.Add(new InvestigationAnswer(participantId, Scorer.Branch, question)).Entity.Fill(isWeak ? AnswerLevel.Basically : AnswerLevel.Yes, isWeak ? Answer : null, "周慧敏", now);
        }

        foreach (var section in Enum.GetValues<ReportSection>())
            db.Add(new ReportText(participantId, section)).Entity.Fill($"{Teachers}的{section.Word()}。", "周慧敏", now);
        db.Add(new AssessmentProblem(participantId, 1)).Entity.Fill(Problem, VagueMeasure, "周慧敏", DateOnly.FromDateTime(now.AddDays(150)), Grade.B, "周慧敏", now);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, "自我评价");
        await db.SaveChangesAsync();
        var filled = (await db.FindPapersAsync(participantId, reader, CancellationToken.None))!;
        filled.Self.Assessment!.Submit(filled.Self, onBehalf: false, "周慧敏", now);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, "自我评价");
        await db.SaveChangesAsync();
    }

    private static ItemAnswer AnswerTo(StandardItem item) => item.Method switch
    {
        ItemMethod.Points => new ItemAnswer { Points = decimal.Round(item.MaxPoints * 1.4m, MidpointRounding.AwayFromZero) / 2 },
        ItemMethod.Options => new ItemAnswer { Option = item.Options.OrderByDescending(option => option.Points).ElementAt(Math.Min(1, item.Options.Count - 1)).Order },
        _ => new ItemAnswer { Times = 0 },
    };
}
