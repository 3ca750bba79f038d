using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Data.Sqlite;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Exports;

/// <summary>A school with a round in a database of its own, from which sheets are made as the application makes them.</summary>
internal sealed class SchoolOnPaper : IAsyncDisposable
{
    private static readonly DateTime At = new(2012, 3, 20, 2, 0, 0, DateTimeKind.Utc);

    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteGradingDbContext _db;

    private SchoolOnPaper()
    {
        _connection.Open();
        _db = new SqliteGradingDbContext(new DbContextOptionsBuilder<SqliteGradingDbContext>().UseSqlite(_connection).Options, new AuditScope());
    }

    public GradingRound Round { get; private set; } = null!;

    public IReadOnlyList<Committee> Committees { get; private set; } = [];

    /// <summary>Committees with branches, named by the caller; opened in 2012.</summary>
    public static async Task<SchoolOnPaper> OpenAsync(RoundRules rules, params IReadOnlyList<(string Name, string[] Branches)> committees)
    {
        var school = new SchoolOnPaper();
        var db = school._db;
        await db.Database.EnsureCreatedAsync();
        var standard = ExampleStandards.Staff();
        db.Add(standard);
        school.Committees = committees.Select((unit, index) =>
        {
            var committee = new Committee(unit.Name, CommitteeKind.PartyCommittee, null, index + 1);
            foreach (var (name, order) in unit.Branches.Select((name, order) => (name, order)))
            {
                var branch = committee.Found(name, BranchType.Teacher, null, order + 1);
                branch.Describe(20, 3, 3, null, null);
                branch.AppointSecretary(new Person("王" + (char)('一' + order), null, null, null), null, null, new DateOnly(2012, 3, 1));
            }

            return committee;
        }).ToList();
        db.AddRange(school.Committees);
        await db.SaveChangesAsync();
        var deadlines = new RoundDeadlines { SelfAssessment = At, Report = At, Grading = At, HandIn = At };
        school.Round = new GradingRound(2012, rules, deadlines);
        school.Round.Prepare(rules, deadlines, RoundRule.All.Select(rule => rule.Key));
        foreach (var type in Enum.GetValues<BranchType>())
            school.Round.UseStandard(type, standard.Id);
        school.Round.Open(school.Committees.SelectMany(committee => committee.Branches), "组织部", At);
        db.Add(school.Round);
        await db.SaveChangesAsync();
        return school;
    }

    /// <summary>All of a branch's papers: scores, a proposed grade, and votes that make 90 % of both panels.</summary>
    public void HandIn(string branch, decimal self, decimal review, Grade? proposed = null, bool vetoed = false)
    {
        var participant = Participant(branch);
        var paper = new PreliminaryReview(participant.Id);
        paper.Import(review, vetoed, null, proposed, "组织员", At);
        var votes = new BallotCount(20, 20, 20, 20, 10, 8, 1, 1);
        _db.AddRange(SelfAssessment.FromPaper(participant.Id, self, "书记", At), paper,
            new DemocraticEvaluation(participant.Id, Panel.Members, votes), new DemocraticEvaluation(participant.Id, Panel.Masses, votes with { }));
    }

    public void Remember(string branch, Grade grade) => _db.Add(new PastGrade(Participant(branch).Branch, 2011, grade, null));

    public void Decide(string branch, Grade grade) => _db.Add(new FinalDecision(Participant(branch).Id, grade, "会议决定", "组织部", At));

    public Participant Participant(string branch) => Round.Participants.First(participant => participant.Branch.Name == branch.Trim());

    public async Task<RoundSheet> SheetAsync()
    {
        await _db.SaveChangesAsync();
        return await _db.SheetAsync(Round, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
