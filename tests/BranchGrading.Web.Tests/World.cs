using BranchGrading.Data;
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
using Xunit;

namespace BranchGrading.Web.Tests;

/// <summary>
/// A small school with names: 材料学院党委 with five branches, 计算机学院党总支 with four, 图书馆直属党支部, and an account for every <see cref="Actor"/>.
/// Ten branches have two places for A.
/// </summary>
public sealed class World
{
    public const string Materials = "材料学院党委";
    public const string Computing = "计算机学院党总支";
    public const string Library = "图书馆直属党支部";
    public const string Own = "材料教工支部";
    public const string Foreign = "计算机教工支部";
    public const string Password = "correct-horse-7";

    private static readonly (string Committee, CommitteeKind Kind, string Code, (string Name, BranchType Type)[] Branches)[] Units =
    [
        (Materials, CommitteeKind.PartyCommittee, "D01",
            [(Own, BranchType.Teacher), ("材料机关支部", BranchType.Administration), ("材料本科生支部", BranchType.Student), ("材料硕士生支部", BranchType.Student), ("材料退休支部", BranchType.Retired)]),
        (Computing, CommitteeKind.GeneralBranch, "D02",
            [(Foreign, BranchType.Teacher), ("计算机本科生支部", BranchType.Student), ("计算机硕士生支部", BranchType.Student), ("计算机博士生支部", BranchType.Student)]),
        (Library, CommitteeKind.DirectBranch, "D03", [(Library, BranchType.Support)]),
    ];

    private readonly Dictionary<Actor, HttpClient> _browsers = [];
    private readonly Dictionary<Actor, int> _accounts = [];
    private readonly Dictionary<string, int> _committees = [];
    private readonly Dictionary<string, int> _branches = [];

    private World(WebApp app) => App = app;

    public WebApp App { get; }

    /// <summary>All branches, in display order.</summary>
    public static IReadOnlyList<string> BranchNames { get; } = [.. Units.SelectMany(unit => unit.Branches).Select(branch => branch.Name)];

    /// <summary>Starts over and builds the school.</summary>
    public static async Task<World> OfAsync(WebApp app)
    {
        await app.StartOverAsync();
        var world = new World(app);
        await world.BuildAsync();
        return world;
    }

    /// <summary>Starts over with a department that has no school yet.</summary>
    public static async Task<World> EmptyAsync(WebApp app)
    {
        await app.StartOverAsync();
        var world = new World(app);
        await world.AddAccountAsync(UserName(Actor.Department), "部长", Roles.OrganizationDepartment);
        return world;
    }

    /// <summary>A standard that no round uses, with all that the example for its kind has.</summary>
    public Task<ScoringStandard> DraftAsync(string name, StandardKind kind = StandardKind.Staff) => App.SaveAsync(db => Task.FromResult(
        db.Add((kind == StandardKind.Staff ? ExampleStandards.Staff() : ExampleStandards.Students()).CopyAs(name)).Entity));

    public int Branch(string name) => _branches[name];

    public int Committee(string name) => _committees[name];

    public int Account(Actor actor) => _accounts[actor];

    public static string UserName(Actor actor) => actor.ToString().ToLowerInvariant();

    /// <summary>The actor's browser, signed in.</summary>
    public async Task<HttpClient> AsAsync(Actor actor)
    {
        if (_browsers.TryGetValue(actor, out var known))
            return known;
        return _browsers[actor] = actor == Actor.Anonymous ? App.NewBrowser() : await SignInAsync(UserName(actor));
    }

    /// <summary>A new browser that signed in by the form.</summary>
    public async Task<HttpClient> SignInAsync(string userName, string password = Password)
    {
        var browser = App.NewBrowser();
        var answer = await browser.PostFormAsync("/session/new", "/session", ("UserName", userName), ("Password", password));
        Assert.Equal((302, "/"), (answer.Code, answer.Location));
        return browser;
    }

    /// <summary>An account with roles and a known password.</summary>
    public Task<int> AddAccountAsync(string userName, string personName, params string[] roles) => App.SaveAsync(async db =>
    {
        var person = await db.People.SingleOrDefaultAsync(person => person.Name == personName) ?? new Person(personName, null, null, null);
        var account = new Account(userName, person);
        account.ChoosePassword(Hash(Password));
        foreach (var id in await db.Roles.Where(role => roles.Contains(role.Name!)).Select(role => role.Id).ToListAsync())
            account.Grant(id);
        db.Add(account);
        return account;
    }).ContinueWith(saved => saved.Result.Id, TaskScheduler.Default);

    public string Hash(string password) => App.Services.CreateScope().ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), password);

    /// <summary>A round in preparation with every rule confirmed and the standards of the document.</summary>
    public Task<int> PrepareAsync(int year = 2012, RoundRules? rules = null) => App.SaveAsync(async db =>
    {
        var round = await PreparedAsync(db, year, rules);
        db.Add(round);
        return round;
    }).ContinueWith(saved => saved.Result.Id, TaskScheduler.Default);

    /// <summary>A round that is open for work.</summary>
    public Task<int> OpenAsync(int year = 2012, RoundRules? rules = null) => App.SaveAsync(async db =>
    {
        var round = await PreparedAsync(db, year, rules);
        round.Open(await BranchesAsync(db), "部长", App.Clock.GetUtcNow().UtcDateTime);
        db.Add(round);
        return round;
    }).ContinueWith(saved => saved.Result.Id, TaskScheduler.Default);

    /// <summary>An open round with scores for every branch: those named get the given composite, the others 85.</summary>
    public async Task<int> GradeAsync(int year = 2012, RoundRules? rules = null, params (string Branch, decimal Score)[] scores)
    {
        var roundId = await OpenAsync(year, rules);
        var given = scores.ToDictionary(score => score.Branch, score => score.Score);
        await App.SaveAsync(async db =>
        {
            foreach (var participant in await db.Participants.Where(participant => participant.RoundId == roundId).ToListAsync())
                AddPapers(db, participant, given.GetValueOrDefault(participant.BranchName, 85m));
        });
        return roundId;
    }

    /// <summary>A published round.</summary>
    public async Task<int> PublishAsync(int year = 2012, RoundRules? rules = null, params (string Branch, decimal Score)[] scores)
    {
        var roundId = await GradeAsync(year, rules, scores);
        var now = App.Clock.GetUtcNow().UtcDateTime;
        await App.InDbAsync(db => db.PublishAsync(roundId, new(DateOnly.FromDateTime(now), $"校党字〔{year}〕1 号"), "部长", now, DateOnly.FromDateTime(now), CancellationToken.None));
        return roundId;
    }

    /// <summary>
    /// A complete self-assessment, filled in on line but not handed in: of every item that is judged the given share of its points, without a deduction or a bonus, the best option.
    /// </summary>
    public Task FillAssessmentAsync(int participantId, decimal factor = 0.9m) => App.SaveAsync(async db =>
    {
        var papers = (await db.FindPapersAsync(participantId, await ViewerAsync(db), CancellationToken.None))!;
        var now = App.Clock.GetUtcNow().UtcDateTime;
        var assessment = papers.Self.Assessment ?? db.Add(new SelfAssessment(participantId, "书记", now)).Entity;
        if (assessment.BasicsConfirmedAt is null)
            assessment.ConfirmBasics("书记", now);
        foreach (var item in papers.Self.Items)
        {
            var score = papers.Self.ScoreOf(item) ?? db.Add(new ItemScore(participantId, Scorer.Branch, item.Id)).Entity;
            score.Fill(item, AnswerOf(item, factor), vetoed: false, $"「{item.Name}」按要求做到了。", "书记", now);
        }

        foreach (var question in Enum.GetValues<Question>())
        {
            var answer = papers.Self.AnswerTo(question) ?? db.Add(new InvestigationAnswer(participantId, Scorer.Branch, question)).Entity;
            answer.Fill(AnswerLevel.Yes, null, "书记", now);
        }

        foreach (var section in Enum.GetValues<ReportSection>())
        {
            var text = papers.Self.TextOf(section) ?? db.Add(new ReportText(participantId, section)).Entity;
            text.Fill($"{papers.Participant.BranchName}的{section.Word()}。", "书记", now);
        }

        if (papers.Self.Problems.Count == 0)
        {
            var problem = db.Add(new AssessmentProblem(participantId, 1)).Entity;
            problem.Fill("学习联系实际不够", "每季度开展一次专题研讨", "张三", new DateOnly(papers.Round.Year, 9, 30), Grade.A, "书记", now);
        }
    });

    /// <summary>A complete self-assessment, filled in on line and handed in.</summary>
    public async Task SubmitAssessmentAsync(int participantId, decimal factor = 0.9m)
    {
        await FillAssessmentAsync(participantId, factor);
        await HandInAsync(participantId);
    }

    /// <summary>Hands in what is filled in.</summary>
    public Task HandInAsync(int participantId) => App.SaveAsync(async db =>
    {
        var papers = (await db.FindPapersAsync(participantId, await ViewerAsync(db), CancellationToken.None))!;
        papers.Self.Assessment!.Submit(papers.Self, onBehalf: false, "书记", App.Clock.GetUtcNow().UtcDateTime);
    });

    /// <summary>All papers of a branch as the department reads them.</summary>
    public Task<BranchPapers> PapersAsync(int participantId) =>
        App.InDbAsync(async db => (await db.FindPapersAsync(participantId, await ViewerAsync(db), CancellationToken.None))!);

    private static async Task<Viewer> ViewerAsync(GradingDbContext db)
    {
        var account = await db.Users.Include(account => account.Person).SingleAsync(account => account.UserName == UserName(Actor.Department));
        return new Viewer(account.Id, account.PersonId, account.Person.Name, new HashSet<string> { Roles.OrganizationDepartment });
    }

    private static ItemAnswer AnswerOf(StandardItem item, decimal factor) => item.Method switch
    {
        ItemMethod.Points => new ItemAnswer { Points = decimal.Round(item.MaxPoints * factor * 2, MidpointRounding.AwayFromZero) / 2 },
        ItemMethod.Options => new ItemAnswer { Option = item.Options.MaxBy(option => option.Points)!.Order },
        _ => new ItemAnswer { Times = 0 },
    };

    public Task<int> ParticipantAsync(int roundId, string branch) => App.InDbAsync(db =>
        db.Participants.Where(participant => participant.RoundId == roundId && participant.BranchName == branch).Select(participant => participant.Id).SingleAsync());

    /// <summary>What the rules make of a round now: every branch's grade in effect, by name.</summary>
    public Task<GradingResult> ResultAsync(int roundId) => App.InDbAsync(async db =>
        await db.GradeAsync(await db.Rounds.WithParts().AsNoTracking().SingleAsync(round => round.Id == roundId), CancellationToken.None));

    public async Task<Grade?> GradeOfAsync(int roundId, string branch) =>
        (await ResultAsync(roundId)).Outcomes.Single(outcome => outcome.Candidate.BranchName == branch).Grade;

    /// <summary>Adds grades of earlier years.</summary>
    public Task RememberAsync(int year, params (string Branch, Grade Grade)[] grades) => App.SaveAsync(async db =>
    {
        foreach (var (name, grade) in grades)
            db.Add(new PastGrade(await db.Branches.SingleAsync(branch => branch.Name == name), year, grade, null));
    });

    private static void AddPapers(GradingDbContext db, Participant participant, decimal score)
    {
        db.Add(SelfAssessment.FromPaper(participant.Id, score, "书记", WebApp.Start.UtcDateTime));
        var review = new PreliminaryReview(participant.Id);
        review.Import(score, vetoed: false, "同意", proposedGrade: null, "组织员", WebApp.Start.UtcDateTime);
        db.Add(review);
        db.Add(new DemocraticEvaluation(participant.Id, Panel.Members, new BallotCount(20, 20, 20, 20, 15, 3, 1, 1)));
        db.Add(new DemocraticEvaluation(participant.Id, Panel.Masses, new BallotCount(null, 30, 30, 30, 20, 8, 1, 1)));
    }

    private static async Task<GradingRound> PreparedAsync(GradingDbContext db, int year, RoundRules? rules)
    {
        var standards = await db.Standards.Where(standard => standard.IsExample).ToDictionaryAsync(standard => standard.Kind, standard => standard.Id);
        var deadlines = new RoundDeadlines
        {
            SelfAssessment = new DateTime(year, 3, 25, 16, 0, 0, DateTimeKind.Utc),
            Report = new DateTime(year, 4, 1, 16, 0, 0, DateTimeKind.Utc),
            Grading = new DateTime(year, 4, 8, 16, 0, 0, DateTimeKind.Utc),
            HandIn = new DateTime(year, 4, 9, 3, 0, 0, DateTimeKind.Utc),
        };
        var round = new GradingRound(year, rules ?? RoundRules.Default, deadlines);
        round.Prepare(rules ?? RoundRules.Default, deadlines, RoundRule.All.Select(rule => rule.Key));
        foreach (var type in Enum.GetValues<BranchType>())
            round.UseStandard(type, standards[type == BranchType.Student ? StandardKind.Student : StandardKind.Staff]);
        return round;
    }

    private static Task<List<Branch>> BranchesAsync(GradingDbContext db) => db.Branches
        .Include(branch => branch.Committee).Include(branch => branch.Terms).ThenInclude(term => term.Person)
        .Where(branch => branch.IsActive).OrderBy(branch => branch.Committee.DisplayOrder).ThenBy(branch => branch.DisplayOrder).AsSplitQuery().ToListAsync();

    private async Task BuildAsync()
    {
        var accounts = new List<(Actor Actor, Account Account)>();
        await App.SaveAsync(async db =>
        {
            var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, role => role.Id);
            var hash = Hash(Password);
            var today = new DateOnly(2012, 3, 20);
            foreach (var (unit, order) in Units.Select((unit, index) => (unit, index + 1)))
            {
                var committee = new Committee(unit.Committee, unit.Kind, unit.Code, order);
                db.Add(committee);
                if (unit.Kind != CommitteeKind.DirectBranch)
                    committee.AppointOrganiser(AccountOf(unit.Committee == Materials ? Actor.Officer : Actor.OtherOfficer, $"组织员{order}", Roles.CommitteeOfficer), new DateOnly(2010, 9, 1));
                foreach (var (name, type) in unit.Branches)
                {
                    var branch = committee.Found(name, type, null, committee.Branches.Count + 1);
                    branch.Describe(20, 2, 3, new DateOnly(2005, 9, 1), new DateOnly(2011, 3, 1));
                    var secretary = name switch
                    {
                        Own => AccountOf(Actor.Secretary, "材料书记", Roles.BranchSecretary),
                        Foreign => AccountOf(Actor.OtherSecretary, "计算机书记", Roles.BranchSecretary),
                        Library => AccountOf(Actor.DirectSecretary, "图书馆书记", Roles.BranchSecretary, Roles.CommitteeOfficer),
                        // One who has a number could be given an account from the roster, the others not.
                        "材料机关支部" => new Person(name + "书记", "20010999", null, null),
                        _ => new Person(name + "书记", null, null, null),
                    };
                    branch.AppointSecretary(secretary, new DateOnly(2011, 3, 1), null, today);
                }
            }

            AccountOf(Actor.Department, "部长", Roles.OrganizationDepartment);
            AccountOf(Actor.SecondDepartment, "副部长", Roles.OrganizationDepartment);
            AccountOf(Actor.Inspector, "督查员", Roles.Inspector);
            AccountOf(Actor.Administrator, "管理员", Roles.SystemAdministrator);
            AccountOf(Actor.Auditor, "审计员", Roles.Auditor);

            Person AccountOf(Actor actor, string name, params string[] held)
            {
                var account = new Account(UserName(actor), new Person(name, UserName(actor), $"1380000{(int)actor:0000}", null));
                account.ChoosePassword(hash);
                foreach (var role in held)
                    account.Grant(roles[role]);
                db.Add(account);
                accounts.Add((actor, account));
                return account.Person;
            }
        });
        foreach (var (actor, account) in accounts)
            _accounts[actor] = account.Id;
        await App.InDbAsync(async db =>
        {
            foreach (var committee in await db.Committees.Include(committee => committee.Branches).AsNoTracking().ToListAsync())
            {
                _committees[committee.Name] = committee.Id;
                foreach (var branch in committee.Branches)
                    _branches[branch.Name] = branch.Id;
            }
        });
    }
}
