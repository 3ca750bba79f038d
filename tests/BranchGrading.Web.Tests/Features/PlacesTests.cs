using System.Text.RegularExpressions;
using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Tests.Features.Publicity;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

/// <summary>
/// However many act at once, the decided A's never exceed the places: eight threads at the edge of the places over a real database, and the round's turn
/// taken before anything is counted, which holds at any isolation level. The long form (BRANCHGRADING_LONG_TESTS=1) is the same with 10,000 sequences.
/// </summary>
public sealed partial class PlacesTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const int Threads = 8;

    private static readonly int Sequences = Environment.GetEnvironmentVariable("BRANCHGRADING_LONG_TESTS") == "1" ? 10_000 : 48;

    // The short form too has a round of either scope.
    private static readonly int SequencesOfARound = Math.Min(250, Sequences / 2);

    private static readonly DateTime Now = WebApp.Start.UtcDateTime;

    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Eight_who_act_at_once_never_take_more_places_than_there_are()
    {
        var (accepted, refused) = (0, 0);
        for (var round = 0; round * SequencesOfARound < Sequences; round++)
        {
            // Half of the rounds share their places out among committees.
            var rules = new RoundRules { CapScope = round % 2 == 0 ? CapScope.School : CapScope.Committee, CapShare = 0.3m };
            var roundId = await _world.GradeAsync(2012 + round, rules, [.. World.BranchNames.Select(name => (name, 95m))]);
            var branches = await app.InDbAsync(db => db.Participants.Where(row => row.RoundId == roundId).OrderBy(row => row.Id).Select(row => new { row.Id, row.BranchId, row.CommitteeId }).ToListAsync());
            var sequences = Math.Min(SequencesOfARound, Sequences - round * SequencesOfARound);
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(async () =>
            {
                for (var number = Interlocked.Increment(ref next); number < sequences; number = Interlocked.Increment(ref next))
                {
                    var random = new Random(round * SequencesOfARound + number);
                    for (var step = 0; step < 2; step++)
                    {
                        var (one, other) = (branches[random.Next(branches.Count)], branches[random.Next(branches.Count)]);
                        if (!await TryAsync(db => ActAsync(db, roundId, random, one.Id, one.BranchId, one.CommitteeId, other.Id, other.CommitteeId)))
                        {
                            Interlocked.Increment(ref refused);
                            continue;
                        }

                        Interlocked.Increment(ref accepted);
                        Assert.Null(await app.InDbAsync(db => BrokenAsync(db, roundId)));
                    }
                }
            })));
        }

        // Else nothing was tried at the edge.
        Assert.True(accepted > Sequences / 4 && refused > Sequences / 4, $"{accepted} acts were accepted, {refused} refused.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Sequences} sequences, {accepted} acts accepted, {refused} refused, 0 violations");
    }

    /// <summary>Every act that may give or take a place, as the department posts it.</summary>
    public static TheoryData<string> Acts => ["decision", "withdrawal", "exclusion", "inclusion", "cap", "transfer", "waiver", "lapse", "rescore", "participant", "publication",
        "predecessor", "addition", "adoption", "report return", "objection", "revision", "finalisation", "correction", "recommendation"];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Whoever_may_give_or_take_a_place_holds_the_rounds_turn_before_counting(string act)
    {
        var department = await _world.AsAsync(Actor.Department);
        var roundId = await _world.GradeAsync(2012, new RoundRules { CapScope = CapScope.Committee, PublicityDays = act is "finalisation" or "correction" or "recommendation" ? 0 : 5 }, (World.Own, 96), ("材料机关支部", 95), (World.Foreign, 70));
        var own = await _world.ParticipantAsync(roundId, World.Own);
        var (participant, exclusion) = ($"/participants/{own}", $"/rounds/{roundId}/exclusions/{_world.Branch("材料退休支部")}");
        (string, object?)[] waiver = [("ApprovedBy", "党委会"), ("Reason", "表现突出"), ("DocumentNumber", "5 号")];
        switch (act)
        {
            case "withdrawal":
                await department.DecideAsync(own, Grade.B);
                break;
            case "inclusion":
                await department.PostFormAsync(exclusion, exclusion, ("Reason", "成立不足半年"));
                break;
            case "lapse":
                await department.PostFormAsync($"{participant}/waiver", $"{participant}/waiver", waiver);
                break;
            case "predecessor":
                await _world.RememberAsync(2011, (World.Foreign, Grade.B));
                break;
            case "addition":
                await app.SaveAsync(async db => (await db.Committees.Include(row => row.Branches).SingleAsync(row => row.Name == World.Materials)).Found("新支部", Domain.Organisation.BranchType.Teacher, null, 9));
                break;
            case "adoption":
                await app.SaveAsync(db => Task.FromResult(db.Add(new Scenario(roundId, "三成", new RoundRules { CapScope = CapScope.Committee, CapShare = 0.3m }, "部长", Now)).Entity));
                break;
            case "report return":
                await app.SaveAsync(db =>
                {
                    var report = new CommitteeReport(roundId, _world.Committee(World.Materials));
                    report.Submit(new DateOnly(2012, 3, 19), [], [], new DateOnly(2012, 3, 20), "组织员", Now);
                    return Task.FromResult(db.Add(report).Entity);
                });
                break;
            case "objection" or "revision" or "finalisation" or "correction" or "recommendation":
                await department.WorkAsync(await department.PublishAsync(roundId));
                break;
        }

        if (act == "revision")
        {
            await department.ObjectAsync(roundId, own);
            await department.PrepareAnswerAsync(roundId, 1);
        }

        if (act is "correction" or "recommendation")
            await department.WorkAsync(await department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/finalisation"));
        var revision = act == "revision" ? await department.PreviewRevisionAsync(roundId, 1, Grade.B) : null;
        using var listener = new TransactionListener(await app.InDbAsync(db => Task.FromResult(db.Database.GetConnectionString())));
        var answer = act switch
        {
            "decision" => await department.DecideAsync(own, Grade.B),
            "withdrawal" => await department.ConfirmDecisionAsync(await department.PreviewAsync(await department.GetPageAsync($"/rounds/{roundId}/grades/{own}"))),
            "exclusion" => await department.PostFormAsync(exclusion, exclusion, ("Reason", "成立不足半年")),
            "inclusion" => await department.PostFormAsync($"/rounds/{roundId}/participants", exclusion + "/removal"),
            "cap" => await department.PostFormAsync($"/rounds/{roundId}/rules", $"/rounds/{roundId}/rules", ("CapPercent", 30), ("Reason", "逐步扩大")),
            "transfer" => await department.PostFormAsync(
                $"/rounds/{roundId}/place-transfers", $"/rounds/{roundId}/place-transfers",
                ("From", $"{_world.Committee(World.Computing)}"), ("To", $"{_world.Committee(World.Materials)}"), ("Places", 1), ("Reason", "没有用完")),
            "waiver" => await department.PostFormAsync($"{participant}/waiver", $"{participant}/waiver", waiver),
            "lapse" => await department.PostFormAsync($"/rounds/{roundId}/grades/{own}", $"{participant}/waiver/removal"),
            "rescore" => await department.PostFormAsync($"{participant}/evaluation", $"{participant}/evaluation", ("Method", "Total"), ("Total", "80"), ("Reason", "抽查")),
            "participant" => await department.PostFormAsync($"{participant}/edit", $"{participant}/edit", ("BranchName", "材料教工第一支部"), ("Reason", "名称有误")),
            "predecessor" => await department.PostFormAsync(
                $"{participant}/predecessor?q={Uri.EscapeDataString(World.Foreign)}", $"{participant}/predecessor?q={Uri.EscapeDataString(World.Foreign)}", ("PastGradeId", await app.InDbAsync(db => db.PastGrades.Select(row => row.Id).SingleAsync())), ("Reason", "合并")),
            "addition" => await department.PostFormAsync(await AdditionAsync(roundId), await AdditionAsync(roundId), ("Reason", "新建")),
            "adoption" => await department.PostFormAsync($"/rounds/{roundId}/scenarios/1/adoption", $"/rounds/{roundId}/scenarios/1/adoption", ("Reason", "会议研究")),
            "report return" => await department.PostFormAsync(
                $"/rounds/{roundId}/reports/{_world.Committee(World.Materials)}/return", $"/rounds/{roundId}/reports/{_world.Committee(World.Materials)}/return", ("Reason", "再核一遍")),
            "objection" => await department.ObjectAsync(roundId, own),
            "revision" => await department.ConfirmRevisionAsync(roundId, 1, revision!),
            "finalisation" => await department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/finalisation"),
            "correction" => await department.CorrectAsync(roundId, own, Grade.B),
            "recommendation" => await department.PostFormAsync($"/rounds/{roundId}/recommendations", $"/rounds/{roundId}/recommendations", ("Form.ParticipantIds", own), ("Level", RecommendationLevel.School)),
            _ => await department.PublishAsync(roundId),
        };
        if (act is "publication" or "finalisation")
            await department.WorkAsync(answer);

        Assert.True(answer.Code == 302, $"{answer.Code}: {answer.Text}");
        var writing = listener.Transactions.Where(commands => commands.Any(command => Writes().IsMatch(command))).ToList();
        Assert.NotEmpty(writing);
        Assert.All(writing, commands => Assert.StartsWith("UPDATE Rounds SET Turn = Turn + 1", commands[0], StringComparison.Ordinal));
    }

    private async Task<string> AdditionAsync(int roundId) =>
        $"/rounds/{roundId}/additions/{await app.InDbAsync(db => db.Branches.Where(branch => branch.Name == "新支部").Select(branch => branch.Id).SingleAsync())}";

    /// <summary>Whether an act was accepted; refused by the rules or overtaken by somebody else it changes nothing.</summary>
    private async Task<bool> TryAsync(Func<GradingDbContext, Task> act)
    {
        try
        {
            await app.InDbAsync(act);
            return true;
        }
        catch (Exception refused) when (refused is RuleViolationException or DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static async Task ActAsync(GradingDbContext db, int roundId, Random random, int one, int branchId, int committee, int otherOne, int otherCommittee)
    {
        switch (random.Next(16))
        {
            case < 8:
                await AtDeskAsync(db, roundId, new DeskAct(new HashSet<int> { one, otherOne }, random.Next(4) == 0 ? Grade.B : Grade.A, "会议研究决定"));
                break;
            case < 11:
                await AtDeskAsync(db, roundId, new DeskAct(new HashSet<int> { one, otherOne }, null, "重新研究") { TakesBack = true });
                break;
            case 11:
                await db.ActOnRoundAsync(roundId, round => Done(() => round.Exclude(branchId, "成立不足半年", "部长", Now), db, AuditEvent.BranchExcluded), default);
                break;
            case 12:
                await db.ActOnRoundAsync(roundId, round => Done(() => round.Include(branchId), db, AuditEvent.BranchIncluded), default);
                break;
            case 13:
                await db.ActOnRoundAsync(
                    roundId, round => Done(() => round.ChangeRules(round.Rules with { CapShare = random.Next(1, 5) / 10m }, new RuleFreedom(true, false), "会议研究决定", "部长", Now), db, AuditEvent.RulesChanged), default);
                break;
            case 14:
                await db.ActOnRoundAsync(roundId, async round =>
                {
                    var transfer = new QuotaTransfer($"{committee}", $"{otherCommittee}", 1, "没有用完");
                    if (CapQuota.WhyNotTransfer(await db.GradeAsync(round, default), transfer) is { } why)
                        throw new RuleViolationException(why);
                    await Done(() => round.TransferPlaces(transfer.From, transfer.To, transfer.Places, transfer.Reason, "部长", Now), db, AuditEvent.PlacesTransferred);
                }, default);
                break;
            default:
                await db.ActOnRoundAsync(roundId, async _ =>
                {
                    var school = await db.SchoolEvaluations.SingleOrDefaultAsync(row => row.ParticipantId == one) ?? db.Add(new SchoolEvaluation(one)).Entity;
                    await Done(() => school.Record(null, random.Next(2) == 0, "查实", "部长", Now), db, AuditEvent.BranchRescored);
                }, default);
                break;
        }
    }

    /// <summary>Looks, then confirms what was seen, as the desk does; others act in between.</summary>
    private static async Task AtDeskAsync(GradingDbContext db, int roundId, DeskAct act)
    {
        var preview = await db.PreviewAsync(await db.Rounds.AsNoTracking().WithParts().SingleAsync(round => round.Id == roundId), act, default);
        await db.ActAtDeskAsync(roundId, act, preview.Fingerprint, "部长", Now, default);
    }

    private static Task Done(Action act, GradingDbContext db, AuditEvent happening)
    {
        act();
#pragma warning disable CA2254 // The catalogue is asked elsewhere.
        db.Audit.Describe(happening, "测试", "测试");
#pragma warning restore CA2254
        return Task.CompletedTask;
    }

    /// <summary>What stands against the rules as the database holds it now, counted by hand too; null where nothing does.</summary>
    private static Task<string?> BrokenAsync(GradingDbContext db, int roundId) => db.InTransactionAsync(
        async () =>
        {
            var round = await db.Rounds.AsNoTracking().WithParts().SingleAsync(round => round.Id == roundId);
            var excluded = round.Exclusions.Select(exclusion => exclusion.BranchId).ToHashSet();
            var taking = (await db.Participants.AsNoTracking().Where(row => row.RoundId == roundId).ToListAsync()).Where(row => !excluded.Contains(row.BranchId)).Select(row => row.Id).ToHashSet();
            var decided = (await db.Decisions.AsNoTracking().Where(row => row.Participant.RoundId == roundId && row.Grade == Grade.A).ToListAsync()).Count(row => taking.Contains(row.ParticipantId));
            var places = (int)Math.Floor(taking.Count * round.Rules.CapShare);
            return decided > places ? $"{decided} A's are decided for {places} places." : DecisionRules.WhyNot(await db.GradeAsync(round, default));
        },
        default);

    [GeneratedRegex("(INSERT INTO|UPDATE|DELETE FROM) \"?(Decisions|Exclusions|RoundExclusions|PlaceTransfers|Waivers|RuleChanges|SchoolEvaluations|Participants|Publications|PublishedGrades|PredecessorGrades|GradeChanges|Objections|Recommendations|PastGrades|Reviews|CommitteeReports|Reports)\"?")]
    private static partial Regex Writes();
}
