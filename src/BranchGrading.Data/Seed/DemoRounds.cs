using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Seed;

/// <summary>Two rounds of the demo school: last year's is final, this year's stands in the middle.</summary>
internal static class DemoRounds
{
    private const string Department = "陈立群";
    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    /// <summary>Members of a branch, probationary ones among them.</summary>
    public static int MembersOf(DemoBranch branch) => (branch.Type == BranchType.Student ? 18 : 9) + Noise(branch.Strength, 1, 17);

    /// <summary>Last year, with publication, and the grades of the year before as imported.</summary>
    public static async Task AddLastYearAsync(GradingDbContext db, IReadOnlyList<Committee> committees, DateTime now, DateOnly today)
    {
        var year = today.Year - 1;
        var day = new DateTime(year, 3, 5, 1, 0, 0, DateTimeKind.Utc);
        var round = await PreparedAsync(db, year, new RoundDeadlines
        {
            SelfAssessment = day.AddDays(16).Date.AddHours(16),
            Report = day.AddDays(26).Date.AddHours(16),
            Grading = new DateTime(year, 4, 8, 16, 0, 0, DateTimeKind.Utc),
            HandIn = new DateTime(year, 4, 9, 3, 0, 0, DateTimeKind.Utc),
        });
        var pairs = Described(committees).Where(pair => !pair.Described.IsNew).ToList();
        round.Open(pairs.Select(pair => pair.Branch), Department, day);
        db.Add(round);
        db.AddRange(pairs.Select(pair => (pair.Branch, Grade: YearBefore(pair.Described.Strength))).Where(past => past.Grade is not null)
            .Select(past => new PastGrade(past.Branch, year - 1, past.Grade!.Value, "据当年文件补录")));
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{year} 年度");
        await db.SaveChangesAsync();

        foreach (var (branch, described) in pairs)
        {
            var strength = described.LastYear ?? described.Strength - 1m + Noise(described.Strength + branch.Id, 2, 30) / 10m - 1.5m;
            AddPapers(db, round.Participants.Single(participant => participant.BranchId == branch.Id), described with { Strength = strength, Lacks = [], IsVetoed = false }, day.AddDays(10));
        }

        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{year} 年度的评分");
        await db.SaveChangesAsync();

        var result = await db.GradeAsync(round, default);
        if (DecisionRules.WhyNotPublishable(result) is [var problem, ..])
            throw new InvalidOperationException($"The demo school's last year cannot be published: {problem.Text}");
        var published = new DateTime(year, 4, 9, 8, 0, 0, DateTimeKind.Utc);
        var publication = PublicationActs.Of(round, result, new DateOnly(year, 4, 8), $"江大党〔{year}〕12号", new DateOnly(year, 4, 9), Department, published);
        round.Publish(publication);
        round.MakeFinal(publication.PublicityEndsOn.AddDays(1), Department, published.AddDays(9));
        db.AddRange(round.Participants.Select(participant =>
            PastGrade.FromRound(participant.BranchId, year, result.Find(participant.Id)!.Grade!.Value, round.Id)));
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{year} 年度的结果");
        await db.SaveChangesAsync();
    }

    /// <summary>This year: opened, its deadlines ahead; some papers are in, some are not.</summary>
    public static async Task AddThisYearAsync(GradingDbContext db, IReadOnlyList<Committee> committees, DateTime now, DateOnly today)
    {
        var opened = now.AddDays(-20);
        var round = await PreparedAsync(db, today.Year, new RoundDeadlines
        {
            SelfAssessment = Moment(today.AddDays(8), 0),
            Report = Moment(today.AddDays(15), 0),
            Grading = Moment(today.AddDays(22), 0),
            HandIn = Moment(today.AddDays(22), 11),
        });
        var pairs = Described(committees).ToList();
        var joined = pairs.Single(pair => pair.Branch.Name == "国际学院联合党支部").Branch;
        round.Exclude(joined.Id, "今年刚成立，不足半年，明年起参加评定", Department, opened);
        round.Open(pairs.Select(pair => pair.Branch), Department, opened);
        round.ChangeRules(round.Rules with { PublicityDays = 7 }, reviewsHaveCome: false, "公示期内逢法定假日，延长两个工作日", Department, opened.AddDays(2));
        db.Add(round);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{today.Year} 年度");
        await db.SaveChangesAsync();

        foreach (var (branch, described) in pairs)
            AddPapers(db, Of(branch), described, now.AddDays(-4));
        db.Add(new FinalDecision(
            Of("党委办公室、校长办公室党支部").Id, Grade.B, "支部书记年中调离后未及时补选，部务会研究本年度不评先进", Department, now.AddDays(-1)));
        var evaluation = new SchoolEvaluation(Of("纪委、监察审计处党支部").Id);
        evaluation.Record(88m, false, "实地查阅会议记录，两次组织生活没有记录", Department, now.AddDays(-1));
        db.Add(evaluation);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{today.Year} 年度的评分");
        await db.SaveChangesAsync();

        Participant Of(object branch) => round.Participants.Single(participant => branch is string name ? participant.BranchName == name : participant.Branch == branch);
    }

    private static async Task<GradingRound> PreparedAsync(GradingDbContext db, int year, RoundDeadlines deadlines)
    {
        var standards = await db.Standards.ToDictionaryAsync(standard => standard.Kind, standard => standard.Id);
        var round = new GradingRound(year, new RoundRules(), deadlines);
        round.Prepare(round.Rules, deadlines, RoundRule.All.Select(rule => rule.Key));
        foreach (var type in Enum.GetValues<BranchType>())
            round.UseStandard(type, standards[type == BranchType.Student ? StandardKind.Student : StandardKind.Staff]);
        return round;
    }

    private static IEnumerable<(Branch Branch, DemoBranch Described)> Described(IReadOnlyList<Committee> committees) =>
        DemoCommittee.All.Zip(committees).SelectMany(pair => pair.Second.Branches.OrderBy(branch => branch.DisplayOrder).Zip(pair.First.Branches));

    private static void AddPapers(GradingDbContext db, Participant participant, DemoBranch described, DateTime at)
    {
        var strength = described.Strength;
        var self = Math.Min(99.5m, Math.Round(strength + 0.6m + Noise(strength, 3, 35) / 10m, 1));
        var review = Math.Round((strength - 0.3m * self) / 0.7m, 1);
        if (!described.Lacks.Contains(MissingInput.SelfScore))
            db.Add(SelfAssessment.FromPaper(participant.Id, self, participant.SecretaryName!, at.AddDays(-6)));
        if (!described.Lacks.Contains(MissingInput.Review))
        {
            var paper = new PreliminaryReview(participant.Id);
            var band = Band.Of(review, RoundRules.Default);
            paper.Import(review, described.IsVetoed, described.IsVetoed ? "年度内有党员在佐证材料中弄虚作假，经查实。" : Opinion(band), described.IsVetoed ? Grade.D : band, participant.CommitteeName, at);
            db.Add(paper);
        }

        var members = MembersOf(described);
        if (!described.Lacks.Contains(MissingInput.MemberVote))
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Members, Ballots(members, members - Noise(strength, 4, 3), strength + 4m)));
        if (!described.Lacks.Contains(MissingInput.MassVote))
            db.Add(new DemocraticEvaluation(participant.Id, Panel.Masses, Ballots(null, 30 + Noise(strength, 5, 30), strength + 1.5m)));
    }

    private static BallotCount Ballots(int? expected, int issued, decimal satisfied)
    {
        var returned = issued - issued / 12;
        var content = Math.Min(returned, (int)Math.Round(returned * satisfied / 100m, MidpointRounding.AwayFromZero));
        var good = content * 2 / 3;
        var poor = (returned - content) / 3;
        return new BallotCount(expected, issued, returned, returned, good, content - good, returned - content - poor, poor);
    }

    private static string Opinion(Grade grade) => grade switch
    {
        Grade.A => "班子团结有力，组织生活规范，党员作用发挥突出，师生认可。",
        Grade.B => "班子健全，制度基本落实，活动正常；品牌活动和联系群众还可加强。",
        Grade.C => "组织生活时有缺开，记录不全，党员作用发挥不够充分，应限期改进。",
        _ => "组织生活长期不正常，班子不健全，列为重点整改对象。",
    };

    // As the files of that year tell it; some branches are not in them.
    private static Grade? YearBefore(decimal strength) => strength switch
    {
        > 93m => Grade.A,
        > 80m => Noise(strength, 6, 12) == 0 ? null : Grade.B,
        > 60m => Grade.C,
        _ => Grade.D,
    };

    private static DateTime Moment(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)).Ticks - Shanghai.Ticks, DateTimeKind.Utc);

    /// <summary>The same number below the limit for the same branch, every time.</summary>
    private static int Noise(decimal strength, int salt, int limit)
    {
        var mixed = unchecked((uint)(int)(strength * 100m) * 2654435761u + (uint)salt * 40503u * 65537u);
        mixed = unchecked((mixed ^ mixed >> 15) * 2246822519u);
        return (int)((mixed ^ mixed >> 13) % (uint)limit);
    }
}
