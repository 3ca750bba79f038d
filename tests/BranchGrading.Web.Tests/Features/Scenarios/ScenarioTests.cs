using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Views.Scenarios;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Scenarios;

public sealed class ScenarioTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    /// <summary>Ten branches, two places: the first two keep A, the third is lowered by the cap.</summary>
    private static readonly (string, decimal)[] ThreeForTwo = [(World.Own, 96), (World.Foreign, 95), ("材料机关支部", 94)];

    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_rules_in_force_move_nobody()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios");
        Assert.Equal(200, page.Code);
        Assert.Contains("没有支部的等级变动", page.Text);
        Assert.Equal("20", page.Document.QuerySelector("#Form_Rules_CapPercent")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_address_with_rules_shows_every_branch_that_would_move_and_why_and_stores_nothing()
    {
        await _world.RememberAsync(2011, ("材料机关支部", Grade.B), (World.Own, Grade.A));
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var before = await app.TablesAsync();
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios?{Query(new RoundRules { CapShare = 0.3m })}");
        Assert.Contains("1 个支部上升，0 个下降；其余 9 个不变", page.Text);
        var row = Assert.Single(page.Document.QuerySelectorAll(".simulation-moves tbody tr:not(.is-group)"));
        Assert.Contains("材料机关支部", row.TextContent, StringComparison.Ordinal);
        Assert.Contains(World.Materials, row.TextContent, StringComparison.Ordinal);
        Assert.Contains("不再受限：A级名额：名额 2，列第 3，降为B", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(["A 先进|2|3|+1", "B 较好|8|7|−1", "A 级名额|2|3|+1"], Figures(page, 0).Where(line => !line.EndsWith('|')));
        Assert.Equal(["晋位（比上年好）|0|1|+1", "保持|2|1|−1"], Figures(page, 1).Where(line => !line.EndsWith('|')));
        Assert.Empty(WebApp.Changed(before, await app.TablesAsync()));
        Assert.Equal(Grade.B, await _world.GradeOfAsync(roundId, "材料机关支部"));
    }

    [Fact]
    public async Task The_fragment_holds_the_result_alone()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var fragment = await _department.GetPageAsync($"/rounds/{roundId}/scenarios/result?{Query(new RoundRules { CapShare = 0.3m })}");
        Assert.Equal(200, fragment.Code);
        Assert.Contains("1 个支部上升", fragment.Text);
        Assert.DoesNotContain("<html", fragment.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_cannot_stand_are_told_beside_their_field_and_what_was_typed_stays()
    {
        var roundId = await _world.GradeAsync();
        var query = Query(new RoundRules()).Replace("BoundB=80", "BoundB=95", StringComparison.Ordinal).Replace("CapPercent=20", "CapPercent=abc", StringComparison.Ordinal);
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios?{query}");
        Assert.Equal(400, page.Code);
        Assert.Equal("abc", page.Document.QuerySelector("#Form_Rules_CapPercent")!.GetAttribute("value"));
        Assert.NotNull(page.Document.QuerySelector("#Form_Rules_CapPercent-error"));

        query = query.Replace("CapPercent=abc", "CapPercent=20", StringComparison.Ordinal);
        page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios?{query}");
        Assert.Contains("B 级分数线应低于 A 级分数线", page.Document.QuerySelector("#Form_Rules_BoundB-error")!.TextContent, StringComparison.Ordinal);
        var fragment = await _department.GetPageAsync($"/rounds/{roundId}/scenarios/result?{query}");
        Assert.Equal(400, fragment.Code);
        Assert.Contains("B 级分数线应低于 A 级分数线", fragment.Document.QuerySelector("[data-field=Form_Rules_BoundB]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_that_would_not_fit_are_told_in_words()
    {
        await _world.RememberAsync(2011, (World.Foreign, Grade.C));
        var roundId = await _world.GradeAsync(2012, new RoundRules { NoLevelSkipping = false }, ThreeForTwo);
        foreach (var name in new[] { World.Own, World.Foreign })
            Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, name), Grade.A)).Code);
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios?{Query(new RoundRules { CapShare = 0.1m })}");
        Assert.Contains("全校的 A 级名额是 1 个，已决定的 A 级有 2 个，超出名额", page.Text);
        Assert.Contains("不能越级评为 A", page.Text);
    }

    [Fact]
    public async Task Places_are_shown_for_every_group_of_the_scope_that_is_tried()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios?{Query(new RoundRules { CapScope = CapScope.Committee })}");
        // 2 places: 材料 5 → 1, 计算机 4 → 0.8, 图书馆 1 → 0.2.
        var groups = page.Document.QuerySelectorAll("details tbody tr").Select(row => $"{row.Children[0].TextContent}|{row.Children[2].TextContent.Trim()}|{row.Children[3].TextContent}").ToList();
        Assert.Equal([$"{World.Materials}|1|1", $"{World.Computing}|1|1", $"{World.Library}|0|0"], groups);
    }

    [Fact]
    public async Task Review_scores_of_vote_items_are_summed_again_when_fair_counts_otherwise()
    {
        var roundId = await _world.OpenAsync();
        var ids = new[] { World.Own, World.Foreign, "材料本科生支部" }.Select(name => _world.ParticipantAsync(roundId, name).Result).ToArray();
        foreach (var id in ids.Take(2))
            await ReviewWithFairAsync(id);
        await app.SaveAsync(db =>
        {
            db.Add(SelfAssessment.FromPaper(ids[2], 92m, "书记", WebApp.Start.UtcDateTime));
            var review = new PreliminaryReview(ids[2]);
            review.Import(91m, vetoed: false, "同意", null, "组织员", WebApp.Start.UtcDateTime);
            db.Add(review);
            return Task.CompletedTask;
        });
        // The second is re-scored item by item: one item less, the rest and the votes as the committee has them.
        var address = $"/participants/{ids[1]}/evaluation";
        var second = (await _department.FillInAsync(address, address)).First(field => field.Key.EndsWith(".Points", StringComparison.Ordinal)).Key;
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("Method", RescoreMethod.ByItems), (second, "0.5"), (second.Replace("Points", "Note", StringComparison.Ordinal), "现场查不到记录"))).Code);

        var fair = new RoundRules { FairCounts = true };
        var grades = await app.InDbAsync(async db => await db.SimulateAsync(
            await db.Rounds.WithParts().AsNoTracking().SingleAsync(round => round.Id == roundId), [new RoundRules(), fair], CancellationToken.None));
        Assert.Equal((0, 2, 2), (grades[0].Resummed, grades[1].Resummed, grades[1].Changed));

        // As the review itself would be summed by that rule.
        var reviewed = (await _world.PapersAsync(ids[0])).Review;
        var stored = reviewed.Review!.Total;
        var expected = (reviewed with { Rules = fair }).Sum.Score;
        Assert.True(expected > stored, $"{expected} > {stored}");
        Assert.Equal((stored, expected), (grades[0].Result.Find(ids[0])!.Superior, grades[1].Result.Find(ids[0])!.Superior));

        var papers = (await _world.PapersAsync(ids[1])).Review;
        var school = await app.InDbAsync(db => db.ItemScores.AsNoTracking().Where(score => score.ParticipantId == ids[1] && score.Scorer == Scorer.School).ToListAsync());
        Assert.Equal(new RescorePaper(papers, school).Sum.Score, grades[0].Result.Find(ids[1])!.Superior);
        Assert.Equal(new RescorePaper(papers with { Rules = fair }, school).Sum.Score, grades[1].Result.Find(ids[1])!.Superior);

        Assert.Equal(91m, grades[1].Result.Find(ids[2])!.Superior);
        Assert.Contains("网上初评的 2 个支部，测评项目已按原始票数重新计分，其中 2 个的上级评分有变化", (await _department.GetPageAsync($"/rounds/{roundId}/scenarios?{Query(fair)}")).Text);
    }

    [Fact]
    public async Task A_scenario_is_kept_renamed_changed_and_removed_and_each_is_audited()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var id = await SaveAsync(roundId, "放宽到 30%", new RoundRules { CapShare = 0.3m });
        Assert.Equal(0.3m, await app.InDbAsync(db => db.Scenarios.Select(scenario => scenario.Rules.CapShare).SingleAsync()));
        var address = $"/rounds/{roundId}/scenarios/{id}";
        var page = await _department.GetPageAsync(address);
        Assert.Contains("材料机关支部", page.Text);
        Assert.Contains("A 级比例上限 20% → 30%", page.Text);

        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("Name", "放宽到 40%"), ("CapPercent", 40))).Code);
        Assert.Equal(("放宽到 40%", 0.4m), await app.InDbAsync(db => db.Scenarios.Select(scenario => new ValueTuple<string, decimal>(scenario.Name, scenario.Rules.CapShare)).SingleAsync()));
        Assert.Equal(302, (await _department.PostFormAsync(address, $"{address}/removal")).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Scenarios.CountAsync()));
        Assert.Equal(404, (await _department.GetPageAsync(address)).Code);
        var events = await app.InDbAsync(db => db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Event).ToListAsync());
        Assert.Equal([nameof(AuditEvent.ScenarioSaved), nameof(AuditEvent.ScenarioSaved), nameof(AuditEvent.ScenarioRemoved)], events.Select(happening => $"{happening}").TakeLast(3));
    }

    [Fact]
    public async Task A_name_is_taken_once_in_a_round_however_it_is_written()
    {
        var roundId = await _world.GradeAsync();
        await SaveAsync(roundId, "方案 A", new RoundRules { CapShare = 0.3m });
        var other = await SaveAsync(roundId, "方案 B", new RoundRules { CapShare = 0.3m });
        var refused = await _department.PostFormAsync($"/rounds/{roundId}/scenarios?{Query(new RoundRules { CapShare = 0.25m })}", $"/rounds/{roundId}/scenarios", ("Name", "方案Ａ"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("已经有名为「方案Ａ」的方案，请换一个名称", refused.Text);
        // Name and rules stay.
        Assert.Contains(refused.FillIn($"/rounds/{roundId}/scenarios", ""), field => field is { Key: "Form.Rules.CapPercent", Value: "25" });
        Assert.Equal(409, (await _department.PostFormAsync($"/rounds/{roundId}/scenarios/{other}", $"/rounds/{roundId}/scenarios/{other}", ("Name", "方案a"))).Code);
        Assert.Equal(400, (await _department.PostFormAsync($"/rounds/{roundId}/scenarios", $"/rounds/{roundId}/scenarios", ("Name", " "))).Code);
        var elsewhere = await _world.GradeAsync(2013);
        await SaveAsync(elsewhere, "方案 A", new RoundRules());
    }

    [Fact]
    public async Task A_scenario_that_was_changed_meanwhile_is_neither_overwritten_nor_removed()
    {
        var roundId = await _world.GradeAsync();
        var id = await SaveAsync(roundId, "方案", new RoundRules { CapShare = 0.3m });
        var address = $"/rounds/{roundId}/scenarios/{id}";
        var second = await _world.AsAsync(Actor.SecondDepartment);
        var theirs = await second.FillInAsync(address, address, ("CapPercent", 40));
        var removal = await second.FillInAsync(address, $"{address}/removal");
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("CapPercent", 25))).Code);

        var stale = await second.SendAsync(address, theirs);
        Assert.Equal(409, stale.Code);
        Assert.Contains("您打开之后，这里被别人改过", stale.Text);
        Assert.Contains("25", stale.Document.QuerySelector(".compare")!.TextContent, StringComparison.Ordinal);
        var refused = await second.SendAsync($"{address}/removal", removal);
        Assert.Equal(409, refused.Code);
        Assert.Contains("刚由部长改过，没有删除", refused.Text);
        Assert.Equal(302, (await second.SendAsync(address, stale.FillIn(address, address))).Code);
        Assert.Equal(0.4m, await app.InDbAsync(db => db.Scenarios.Select(scenario => scenario.Rules.CapShare).SingleAsync()));
    }

    [Fact]
    public async Task Two_scenarios_stand_side_by_side_with_their_differences_marked()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var one = await SaveAsync(roundId, "放宽", new RoundRules { CapShare = 0.3m });
        var other = await SaveAsync(roundId, "收紧", new RoundRules { CapShare = 0.1m });
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios/comparison?one={one}&other={other}");
        Assert.StartsWith("A 级比例上限", Assert.Single(page.Document.QuerySelectorAll("tr.is-differing th"), row => row.TextContent.Contains("（不同）", StringComparison.Ordinal)).TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("放宽 → 收紧：0 个支部上升，2 个下降", page.Text);
        Assert.Equal(["A 先进|3|1|−2", "B 较好|7|9|+2", "A 级名额|3|1|−2"], Figures(page, 0).Where(line => !line.EndsWith('|')));

        var inForce = await _department.GetPageAsync($"/rounds/{roundId}/scenarios/comparison?other={one}");
        Assert.Contains("现行规则 → 放宽：1 个支部上升，0 个下降", inForce.Text);
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{roundId}/scenarios/comparison?one=999999&other={one}")).Code);
        var elsewhere = await _world.GradeAsync(2013);
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{elsewhere}/scenarios/{one}")).Code);
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{elsewhere}/scenarios/comparison?one={one}")).Code);
    }

    [Fact]
    public async Task After_publication_nothing_is_tried_or_kept_any_more()
    {
        var roundId = await _world.GradeAsync();
        var form = await _department.FillInAsync($"/rounds/{roundId}/scenarios", $"/rounds/{roundId}/scenarios", ("Name", "晚了"));
        await _department.WorkAsync(await _department.PublishAsync(roundId));
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios");
        Assert.Contains("等级已经公示，不再试算", page.Text);
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{roundId}/scenarios/result?{Query(new RoundRules())}")).Code);
        Assert.Equal(409, (await _department.SendAsync($"/rounds/{roundId}/scenarios", form)).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Scenarios.CountAsync()));
    }

    [Fact]
    public async Task Many_moves_are_shown_first_in_part_and_then_all()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var page = await _department.GetPageAsync($"/rounds/{roundId}/scenarios?{Query(new RoundRules { BoundA = 98m, BoundB = 97m })}&all=true");
        Assert.Contains("10 个下降", page.Text);
        Assert.Equal(10, page.Document.QuerySelectorAll(".simulation-moves tbody tr:not(.is-group)").Length);
    }

    [Fact]
    public async Task However_many_branches_were_reviewed_on_line_the_database_is_asked_as_often()
    {
        var roundId = await _world.OpenAsync();
        await ReviewWithFairAsync(await _world.ParticipantAsync(roundId, World.Own));
        var one = await AskedAsync();
        foreach (var name in new[] { World.Foreign, "材料本科生支部", "计算机本科生支部" })
            await ReviewWithFairAsync(await _world.ParticipantAsync(roundId, name));
        // Another standard among the branches costs nothing more either.
        Assert.Equal(one, await AskedAsync());

        async Task<int> AskedAsync()
        {
            var address = $"/rounds/{roundId}/scenarios/result?{Query(new RoundRules { FairCounts = true, CapScope = CapScope.Committee })}";
            await _department.GetPageAsync(address);
            var count = 0;
            using var listening = new Reviews.CommandListener(await app.InDbAsync(db => Task.FromResult(db.Database.GetConnectionString())), () => Interlocked.Increment(ref count));
            Assert.Equal(200, (await _department.GetPageAsync(address)).Code);
            return count;
        }
    }

    private static string Query(RoundRules rules) => SimulationForm.Of(rules).Query;

    private static IEnumerable<string> Figures(Answer page, int table) => page.Document.QuerySelectorAll(".simulation-figures")[table].QuerySelectorAll("tbody tr").Select(row =>
        $"{row.Children[0].QuerySelector(".grade")?.TextContent.Insert(1, " ") ?? row.Children[0].TextContent}|{row.Children[1].TextContent}|{row.Children[2].TextContent}|{row.Children[3].TextContent}");

    private async Task<int> SaveAsync(int roundId, string name, RoundRules rules)
    {
        var saved = await _department.PostFormAsync($"/rounds/{roundId}/scenarios?{Query(rules)}", $"/rounds/{roundId}/scenarios", ("Name", name));
        Assert.True(saved.Code == 302, $"{saved.Code}: {saved.Text}");
        return int.Parse(saved.Location!.Split('/')[^1]);
    }

    /// <summary>Reviewed on line, with some ballots of 一般 in both panels.</summary>
    private async Task ReviewWithFairAsync(int participantId)
    {
        await _world.SubmitAssessmentAsync(participantId);
        await _world.ReviewOnLineAsync(participantId);
        await _world.ReopenOnLineAsync(participantId);
        await app.SaveAsync(async db =>
        {
            foreach (var vote in await db.Evaluations.Where(vote => vote.ParticipantId == participantId).ToListAsync())
                vote.Recount(new BallotCount(20, 20, 20, 20, 10, 3, 6, 1));
        });
        await _world.ReviewOnLineAsync(participantId, less: 1);
    }
}
