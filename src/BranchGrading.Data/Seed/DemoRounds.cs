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

        var standards = await StandardsAsync(db, round);
        var onLine = new List<DemoPapers>();
        foreach (var (unit, branch, described) in pairs)
        {
            var strength = described.LastYear ?? described.Strength - 1m + Noise(described.Strength + branch.Id, 2, 30) / 10m - 1.5m;
            var participant = round.Participants.Single(participant => participant.BranchId == branch.Id);
            var lastYear = described with { Strength = strength, Lacks = [], IsVetoed = false };
            if (unit.WorkedOnLine)
                onLine.Add(OnLine(db, round, participant, lastYear, unit, standards));
            else
                AddPapers(db, participant, lastYear, day.AddDays(10));
        }

        foreach (var papers in onLine)
            db.AddRange(papers.Fill(day.AddDays(10)));
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{year} 年度的评分");
        await db.SaveChangesAsync();

        foreach (var papers in onLine)
        {
            papers.Submit(day.AddDays(12));
            db.AddRange(papers.Review(day.AddDays(20)));
            papers.Complete(day.AddDays(22));
        }

        foreach (var unit in DemoCommittee.All.Where(unit => unit.WorkedOnLine))
            db.Add(Report(round, unit, day.AddDays(24), new DateOnly(year, 3, 28), _ => true, []));
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{year} 年度的网上自评和初评");
        await db.SaveChangesAsync();

        var result = await db.GradeAsync(round, default);
        if (DecisionRules.WhyNotPublishable(result) is [var problem, ..])
            throw new InvalidOperationException($"The demo school's last year cannot be published: {problem.Text}");
        var published = new DateTime(year, 4, 9, 8, 0, 0, DateTimeKind.Utc);
        var publication = PublicationActs.Of(round, result, new DateOnly(year, 4, 8), $"江大党〔{year}〕12号", new DateOnly(year, 4, 9), WorkingCalendar.Plain, Department, published);
        round.Publish(publication);
        round.MakeFinal(publication.PublicityEndsOn.AddDays(1), Department, published.AddDays(9));
        db.AddRange(round.Participants.Select(participant =>
            PastGrade.FromRound(participant.BranchId, year, result.Find(participant.Id)!.Grade!.Value, round.Id)));
        db.AddRange(DemoPlans.Of(round, result, now));
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{year} 年度的结果和整改计划");
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
        round.ChangeRules(round.Rules with { PublicityDays = 7 }, RuleFreedom.Full, "公示期内逢法定假日，延长两个工作日", Department, opened.AddDays(2));
        db.Add(round);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{today.Year} 年度");
        await db.SaveChangesAsync();

        var standards = await StandardsAsync(db, round);
        var onLine = new List<(DemoWork Work, DemoPapers Papers)>();
        foreach (var (unit, branch, described) in pairs)
        {
            if (described.Work == DemoWork.OnPaper)
                AddPapers(db, Of(branch), described, now.AddDays(-4));
            else
                onLine.Add((described.Work, OnLine(db, round, Of(branch), described, unit, standards)));
        }

        foreach (var (work, papers) in onLine)
            db.AddRange(papers.Fill(now.AddDays(-8), isHalf: work == DemoWork.HalfFilled));
        db.Add(new FinalDecision(
            Of("党委办公室、校长办公室党支部").Id, Grade.B, "支部书记年中调离后未及时补选，部务会研究本年度不评先进", Department, now.AddDays(-1)));
        var evaluation = new SchoolEvaluation(Of("纪委、监察审计处党支部").Id);
        evaluation.Record(88m, false, "实地查阅会议记录，两次组织生活没有记录", Department, now.AddDays(-1));
        db.Add(evaluation);
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{today.Year} 年度的评分");
        await db.SaveChangesAsync();

        foreach (var (work, papers) in onLine.Where(one => one.Work != DemoWork.HalfFilled))
        {
            papers.Submit(now.AddDays(-6));
            if (work == DemoWork.Returned)
                papers.Return(now.AddDays(-2));
            if (work is DemoWork.HalfReviewed or DemoWork.Reviewed)
                db.AddRange(papers.Review(now.AddDays(-4), isHalf: work == DemoWork.HalfReviewed));
            if (work == DemoWork.Reviewed)
                papers.Complete(now.AddDays(-3));
        }

        var late = Of("校医院党支部");
        db.Add(Report(
            round, DemoCommittee.All.Single(unit => unit.Name == "后勤党总支"), now.AddDays(-1), today.AddDays(-2), participant => participant != late,
            [new MissingBranch(late.Id, "支部书记上月接任，材料正在交接，月底前补报")]));
        db.Audit.Describe(AuditEvent.DatabaseSeeded, $"演示学校：{today.Year} 年度的网上自评和初评");
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

    private static IEnumerable<(DemoCommittee Unit, Branch Branch, DemoBranch Described)> Described(IReadOnlyList<Committee> committees) =>
        DemoCommittee.All.Zip(committees).SelectMany(pair => pair.Second.Branches.OrderBy(branch => branch.DisplayOrder).Zip(pair.First.Branches, (branch, described) => (pair.First, branch, described)));

    private static async Task<Dictionary<int, ScoringStandard>> StandardsAsync(GradingDbContext db, GradingRound round)
    {
        var standards = new Dictionary<int, ScoringStandard>();
        foreach (var id in round.Standards.Select(standard => standard.StandardId).Distinct())
            standards[id] = (await db.FindStandardAsync(id, default))!;
        return standards;
    }

    /// <summary>What a branch and its committee fill in on line, with the ballots that are there; the items of a 直属党支部 are scored by the department.</summary>
    private static DemoPapers OnLine(
        GradingDbContext db, GradingRound round, Participant participant, DemoBranch described, DemoCommittee unit, Dictionary<int, ScoringStandard> standards)
    {
        var (self, review) = Scores(described);
        var (members, masses) = Votes(participant, described);
        db.AddRange(new object?[] { members, masses }.OfType<object>());
        return new DemoPapers(round, participant, standards[participant.StandardId], self, review, unit.Organiser ?? Department) { Members = members, Masses = masses };
    }

    /// <summary>初评意见报告 of a committee, handed up.</summary>
    private static CommitteeReport Report(
        GradingRound round, DemoCommittee unit, DateTime at, DateOnly meetingOn, Func<Participant, bool> isReady, IReadOnlyCollection<MissingBranch> missing)
    {
        var participants = round.Participants.Where(participant => participant.CommitteeName == unit.Name).ToList();
        var report = new CommitteeReport(round.Id, participants[0].CommitteeId);
        report.Submit(
            meetingOn, missing, [.. participants.Select(participant => (participant.Id, participant.BranchName, isReady(participant)))], meetingOn, unit.Organiser ?? unit.Branches[0].Secretary, at);
        return report;
    }

    private static void AddPapers(GradingDbContext db, Participant participant, DemoBranch described, DateTime at)
    {
        var (self, review) = Scores(described);
        if (!described.Lacks.Contains(MissingInput.SelfScore))
            db.Add(SelfAssessment.FromPaper(participant.Id, self, participant.SecretaryName!, at.AddDays(-6)));
        if (!described.Lacks.Contains(MissingInput.Review))
        {
            var paper = new PreliminaryReview(participant.Id);
            var band = Band.Of(review, RoundRules.Default);
            paper.Import(review, described.IsVetoed, described.IsVetoed ? "年度内有党员在佐证材料中弄虚作假，经查实。" : Opinion(band), described.IsVetoed ? Grade.D : band, participant.CommitteeName, at);
            db.Add(paper);
        }

        var (members, masses) = Votes(participant, described);
        db.AddRange(new object?[] { members, masses }.OfType<object>());
    }

    /// <summary>自评得分 and 初评得分 that come to the branch's strength.</summary>
    private static (decimal Self, decimal Review) Scores(DemoBranch described)
    {
        var strength = described.Strength;
        var self = Math.Min(99.5m, Math.Round(strength + 0.6m + Noise(strength, 3, 35) / 10m, 1));
        return (self, Math.Round((strength - 0.3m * self) / 0.7m, 1));
    }

    private static (DemocraticEvaluation? Members, DemocraticEvaluation? Masses) Votes(Participant participant, DemoBranch described)
    {
        var (strength, members) = (described.Strength, MembersOf(described));
        return (
            described.Lacks.Contains(MissingInput.MemberVote) ? null : new(participant.Id, Panel.Members, Ballots(members, members - Noise(strength, 4, 3), strength + 4m)),
            described.Lacks.Contains(MissingInput.MassVote) ? null : new(participant.Id, Panel.Masses, Ballots(null, 30 + Noise(strength, 5, 30), strength + 1.5m)));
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
