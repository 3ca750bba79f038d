using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Data.Sqlite;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rectification;
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

    private ScoringStandard _standard = null!;

    private SchoolOnPaper()
    {
        _connection.Open();
        _db = new SqliteGradingDbContext(new DbContextOptionsBuilder<SqliteGradingDbContext>().UseSqlite(_connection).Options, new AuditScope());
    }

    public GradingRound Round { get; private set; } = null!;

    public IReadOnlyList<Committee> Committees { get; private set; } = [];

    /// <summary>Committees with branches, named by the caller; opened in 2012.</summary>
    public static Task<SchoolOnPaper> OpenAsync(RoundRules rules, params IReadOnlyList<(string Name, string[] Branches)> committees) =>
        OpenAsync(ExampleStandards.Staff(), rules, committees);

    /// <summary>The same with a standard of one's own.</summary>
    public static async Task<SchoolOnPaper> OpenAsync(ScoringStandard standard, RoundRules rules, params IReadOnlyList<(string Name, string[] Branches)> committees)
    {
        var school = new SchoolOnPaper();
        var db = school._db;
        await db.Database.EnsureCreatedAsync();
        school._standard = standard;
        db.Add(standard);
        school.Committees = committees.Select((unit, index) =>
        {
            var committee = new Committee(unit.Name, CommitteeKind.PartyCommittee, null, index + 1);
            foreach (var (name, order) in unit.Branches.Select((name, order) => (name, order)))
            {
                var branch = committee.Found(name, BranchType.Teacher, null, order + 1);
                branch.Describe(20, 3, 3, new DateOnly(2005, 9, 1), new DateOnly(2011, 3, 1));
                branch.AppointSecretary(new Person("王" + (char)('一' + order), null, $"1380000000{order}", null), null, "系主任", new DateOnly(2012, 3, 1));
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

    /// <summary>
    /// A self-assessment handed in on line: every item at its best, all questions answered with yes but the last, a report and problems
    /// (description, measure), each with 王一 to put it right by 30 June at grade B.
    /// </summary>
    public void Assess(string branch, string achievements, params IReadOnlyList<(string Description, string Measure)> problems)
    {
        var participant = Participant(branch);
        var assessment = new SelfAssessment(participant.Id, "书记", At);
        assessment.ConfirmBasics("书记", At);
        var texts = Enum.GetValues<ReportSection>().Select(section => new ReportText(participant.Id, section)).ToList();
        foreach (var text in texts)
            text.Fill(text.Section == ReportSection.Achievements ? achievements : "略", "书记", At);
        var table = problems.Select((problem, index) =>
        {
            var row = new AssessmentProblem(participant.Id, index + 1);
            row.Fill(problem.Description, problem.Measure, "王一", new DateOnly(2012, 6, 30), Grade.B, "书记", At);
            return row;
        }).ToList();
        var scores = _standard.Items.Where(item => item.IsSelfScored && item.AppliesTo(participant.BranchType)).Select(item => Best(participant, Scorer.Branch, item)).ToList();
        assessment.Submit(new SelfAssessmentPaper(participant, _standard, assessment, scores, Answers(participant, Scorer.Branch), texts, table, []), onBehalf: false, "书记", At);
        _db.Add(assessment);
        _db.AddRange([.. scores, .. texts, .. table]);
    }

    /// <summary>What the committee records: every item but the first at its best, one point less there, the answers, votes of 90 %, opinion and grade; or, as a draft, the first item alone.</summary>
    public void Review(string branch, string opinion, Grade proposed, string? leader = null, bool isDraft = false)
    {
        var participant = Participant(branch);
        var items = _standard.Items.Where(item => item.IsSelfScored && item.AppliesTo(participant.BranchType)).ToList();
        var scores = items.Select(item => Best(participant, Scorer.Committee, item)).ToList();
        var lower = items.First(item => item.Method == ItemMethod.Points);
        scores[items.IndexOf(lower)].Fill(lower, new ItemAnswer { Points = lower.MaxPoints - 1 }, false, "布置的工作有一项没有回音", "组织员", At);
        var review = new PreliminaryReview(participant.Id);
        review.WriteOpinion(opinion, proposed, leader, "组织员", At);
        _db.Add(review);
        _db.AddRange(isDraft ? scores.Take(1) : scores);
        _db.AddRange(Answers(participant, Scorer.Committee));
    }

    /// <summary>Completes the review of a branch with what is recorded.</summary>
    public async Task CompleteAsync(string branch)
    {
        await _db.SaveChangesAsync();
        var participant = Participant(branch);
        var filed = await _db.PapersOfBranchAsync(Round, participant.Id, toldOnly: false, TestContext.Current.CancellationToken);
        (await _db.Reviews.SingleAsync(review => review.ParticipantId == participant.Id)).Complete(filed.Review, "组织员", At);
    }

    /// <summary>Gives the self-assessment of a branch back.</summary>
    public void Return(string branch) =>
        _db.SelfAssessments.Local.Single(assessment => assessment.ParticipantId == Participant(branch).Id).Return("请改", [], "组织员", At);

    public void Vote(string branch, Panel panel, BallotCount count) => _db.Add(new DemocraticEvaluation(Participant(branch).Id, panel, count));

    public void Add(object row) => _db.Add(row);

    /// <summary>A plan with an item for each problem, led by 张副院长; what is done to it is saved with the next reading.</summary>
    public ImprovementPlan Plan(string branch, params IReadOnlyList<string> problems)
    {
        var plan = new ImprovementPlan(Participant(branch), PlanKind.Rectify, "书记", At);
        plan.Describe(PlanKind.Rectify, "张副院长");
        foreach (var problem in problems)
            plan.Add(PlanItemOrigin.Own, problem, "重视不够", "每月检查", Grade.B, "王强", null, new DateOnly(2012, 9, 30));
        _db.Add(plan);
        return plan;
    }

    /// <summary>The published grades become final.</summary>
    public Task MakeFinalAsync()
    {
        Round.MakeFinal(Round.Publication!.PublicityEndsOn.AddDays(1), "组织部", At);
        return _db.SaveChangesAsync();
    }

    /// <summary>更正 of a final grade.</summary>
    public void Correct(string branch, Grade grade) => _db.PublishedGrades.Local.Single(row => row.ParticipantId == Participant(branch).Id).Correct(grade);

    /// <summary>The round's grades, published as they are now.</summary>
    public async Task PublishAsync()
    {
        await _db.SaveChangesAsync();
        Round.Publish(PublicationActs.Of(
            Round, await _db.GradeAsync(Round, TestContext.Current.CancellationToken), new DateOnly(2012, 4, 8), "校党字〔2012〕7号", new DateOnly(2012, 4, 9), WorkingCalendar.Plain, "组织部", At));
        await _db.SaveChangesAsync();
    }

    public async Task<List<FiledPapers>> PapersAsync(int committee = 0)
    {
        await _db.SaveChangesAsync();
        return await _db.PapersOfCommitteeAsync(Round, Committees[committee].Id, toldOnly: false, TestContext.Current.CancellationToken);
    }

    public async Task<List<RectificationRow>> RectificationAsync(int? committee = null, bool all = false)
    {
        await _db.SaveChangesAsync();
        return await _db.RectificationAsync(Round, committee is { } index ? Committees[index].Id : null, all, TestContext.Current.CancellationToken);
    }

    public void Remember(string branch, Grade grade) => _db.Add(new PastGrade(Participant(branch).Branch, 2011, grade, null));

    public void Decide(string branch, Grade grade) => _db.Add(new FinalDecision(Participant(branch).Id, grade, "会议决定", "组织部", At));

    public Participant Participant(string branch) => Round.Participants.First(participant => participant.Branch.Name == branch.Trim());

    public async Task<RoundSheet> SheetAsync()
    {
        await _db.SaveChangesAsync();
        return await _db.SheetAsync(Round, TestContext.Current.CancellationToken);
    }

    private List<InvestigationAnswer> Answers(Participant participant, Scorer scorer) => Enum.GetValues<Question>().Select(question =>
    {
        var answer = new InvestigationAnswer(participant.Id, scorer, question);
        var isLast = question == Question.Support;
        answer.Fill(isLast ? AnswerLevel.Basically : AnswerLevel.Yes, isLast ? scorer == Scorer.Branch ? "活动场所与教研室合用" : "实地看过，场所合用" : null, "某人", At);
        return answer;
    }).ToList();

    private static ItemScore Best(Participant participant, Scorer scorer, StandardItem item)
    {
        var score = new ItemScore(participant.Id, scorer, item.Id);
        score.Fill(item, item.Method switch
        {
            ItemMethod.Options => new ItemAnswer { Option = item.Options.MaxBy(option => option.Points)!.Order },
            ItemMethod.Deduction => new ItemAnswer { Times = 0 },
            ItemMethod.Bonus => new ItemAnswer { Times = 100 },
            _ => new ItemAnswer { Points = item.MaxPoints },
        }, false, null, "某人", At);
        return score;
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
