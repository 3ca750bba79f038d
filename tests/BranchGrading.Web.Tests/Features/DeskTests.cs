using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

/// <summary>The desk as a browser without script meets it: found, put in order, decided many at once.</summary>
public sealed class DeskTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
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
    public async Task The_cut_lies_between_the_last_with_a_place_and_the_next()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var desk = await _department.GetPageAsync($"/rounds/{roundId}/grades");
        var lines = Lines(desk);
        Assert.Equal([World.Own, World.Foreign], lines.Take(2));
        Assert.Contains("A 级名额线：共 2 个，已用 2 个；下一个是「材料机关支部」（第 3 名）", lines[2], StringComparison.Ordinal);
        Assert.Equal("材料机关支部", lines[3]);
        Assert.Contains("下一个", desk.Document.QuerySelectorAll("tr[data-f]")[2].TextContent, StringComparison.Ordinal);

        // In another order there is no line to draw.
        Assert.DoesNotContain(Lines(await _department.GetPageAsync($"/rounds/{roundId}/grades?sort=name")), line => line.Contains("名额线", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_group_shows_its_own_cut()
    {
        var roundId = await _world.GradeAsync(2012, new RoundRules { CapScope = CapScope.Committee }, [.. ThreeForTwo, ("计算机本科生支部", 95)]);
        var desk = await _department.GetPageAsync($"/rounds/{roundId}/grades");
        var lines = Lines(desk);
        Assert.Equal(World.Materials, lines[0]);
        Assert.Equal(World.Own, lines[1]);
        Assert.StartsWith($"{World.Materials} A 级名额线：共 1 个，已用 1 个", lines[2], StringComparison.Ordinal);
        Assert.Equal(World.Computing, lines[6 + 1]);
        Assert.Contains("并列待定的 2 个支部", lines[8], StringComparison.Ordinal);
        Assert.Contains("余 1 个，2 个支部并列待定", desk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type=Teacher", 2)]
    [InlineData("computed=A", 2)]
    [InlineData("computed=None", 0)]
    [InlineData("decided=C", 1)]
    [InlineData("decided=None", 9)]
    [InlineData("limit=Cap", 1)]
    [InlineData("limit=Veto", 0)]
    [InlineData("anomaly=SteepFall", 1)]
    [InlineData("show=decided", 1)]
    [InlineData("q=本科生", 2)]
    [InlineData("q=本科生&type=Teacher", 0)]
    [InlineData("show=nonsense&decided=", 10)]
    public async Task Branches_are_found_by_what_is_said_of_them(string query, int found)
    {
        await _world.RememberAsync(2011, ("材料退休支部", Grade.A));
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        await _department.DecideAsync(await _world.ParticipantAsync(roundId, "材料退休支部"), Grade.C);
        var desk = await _department.GetPageAsync($"/rounds/{roundId}/grades?{query}");
        Assert.Equal(found, desk.Document.QuerySelectorAll("tr[data-f]:not([hidden])").Length);
        Assert.Equal(10, desk.Document.QuerySelectorAll("tr[data-f]").Length);
    }

    [Theory]
    [InlineData("-score", World.Own)]
    [InlineData("score", "材料本科生支部")]
    [InlineData("unit", World.Own)]
    [InlineData("-unit", World.Library)]
    [InlineData("type", "材料本科生支部")]
    [InlineData("previous", "计算机硕士生支部")]
    [InlineData("-previous", "计算机硕士生支部")]
    [InlineData("-rank", World.Library)]
    [InlineData("nonsense", World.Own)]
    public async Task Every_column_sorts_both_ways_and_what_is_empty_comes_last(string sort, string first)
    {
        await _world.RememberAsync(2011, ("计算机硕士生支部", Grade.C));
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        Assert.Equal(first, Lines(await _department.GetPageAsync($"/rounds/{roundId}/grades?sort={sort}"))[0]);
    }

    [Fact]
    public async Task Many_are_decided_at_once_with_one_row_in_the_audit()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var ids = await IdsAsync(roundId, World.Own, World.Foreign);
        var preview = await _department.PreviewAsync(
            await _department.GetPageAsync($"/rounds/{roundId}/grades?type=Teacher&sort=-score"), ("Ids", ids), ("Grade", Grade.B), ("Reason", "会议研究决定"));
        Assert.Equal(200, preview.Code);
        Assert.Contains("材料机关支部", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await app.InDbAsync(db => db.Decisions.CountAsync()));

        var done = await _department.ConfirmDecisionAsync(preview);
        Assert.Equal((302, $"/rounds/{roundId}/grades?type=Teacher&sort=-score#b{ids[0]}"), (done.Code, done.Location));
        Assert.Contains("2 个支部评为 B。另有 1 个支部的等级随名额变化。", (await _department.FollowAsync(done)).Text, StringComparison.Ordinal);
        Assert.Equal([Grade.B, Grade.B], await app.InDbAsync(db => db.Decisions.Select(decision => decision.Grade).ToListAsync()));
        var row = await LastAsync();
        Assert.Equal((nameof(AuditEvent.GradeDecided), $"2012 年度 {World.Own}、{World.Foreign}：B", "会议研究决定"), (row.Event, row.Subject, row.Reason));

        // Taken back together, after a look at whom that moves; one that has no decision is passed by.
        var back = await _department.PreviewAsync(
            await _department.GetPageAsync($"/rounds/{roundId}/grades"), ("Ids", ids.Append($"{await _world.ParticipantAsync(roundId, "材料退休支部")}")), ("Form.TakesBack", "true"));
        Assert.Equal(200, back.Code);
        Assert.Contains("另有 1 个没有学校决定", back.Text, StringComparison.Ordinal);
        Assert.Equal(302, (await _department.ConfirmDecisionAsync(back)).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Decisions.CountAsync()));
        Assert.Equal(nameof(AuditEvent.DecisionWithdrawn), (await LastAsync()).Event);
    }

    [Fact]
    public async Task Refused_for_one_nothing_is_decided_for_any_and_the_branch_is_named()
    {
        await _world.RememberAsync(2011, ("材料退休支部", Grade.D));
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var refused = await _department.PreviewAsync(
            await _department.GetPageAsync($"/rounds/{roundId}/grades"), ("Ids", await IdsAsync(roundId, World.Own, World.Foreign, "材料机关支部", "材料退休支部")), ("Grade", Grade.A), ("Reason", "都很先进"));
        Assert.Equal(409, refused.Code);
        Assert.Contains("「材料退休支部」上年度（2011年）为 D，不能越级评为 A", refused.Text, StringComparison.Ordinal);
        Assert.Contains("名额是 2 个，已决定的 A 级有 4 个", refused.Text, StringComparison.Ordinal);
        Assert.Contains("都很先进", refused.Html, StringComparison.Ordinal);
        Assert.Equal(4, refused.Document.QuerySelectorAll("input[name='Form.Ids']:checked").Length);

        // Without those in the way the same form goes through.
        var fewer = await _department.PreviewAsync(refused, ("Ids", await IdsAsync(roundId, World.Own, World.Foreign)));
        Assert.Equal(200, fewer.Code);
        Assert.Equal(302, (await _department.ConfirmDecisionAsync(fewer)).Code);
        Assert.Equal(2, await app.InDbAsync(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task What_is_confirmed_is_what_was_shown()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var desk = await _department.GetPageAsync($"/rounds/{roundId}/grades");
        var preview = await _department.PreviewAsync(desk, ("Ids", await IdsAsync(roundId, World.Own)), ("Grade", Grade.B), ("Reason", "书记调离"));

        // Meanwhile somebody decides another branch, so that other branches would move.
        await (await _world.AsAsync(Actor.SecondDepartment)).DecideAsync(await _world.ParticipantAsync(roundId, "材料机关支部"), Grade.C);
        var stale = await _department.ConfirmDecisionAsync(preview);
        Assert.Equal(409, stale.Code);
        Assert.Contains("这里被别人改过", stale.Text, StringComparison.Ordinal);
        Assert.Contains("书记调离", stale.Html, StringComparison.Ordinal);
        Assert.Equal(1, await app.InDbAsync(db => db.Decisions.CountAsync()));

        // A grade chosen after the preview was shown is looked at first, too.
        var other = await _department.ConfirmDecisionAsync(stale, ("Grade", Grade.D));
        Assert.Equal(409, other.Code);
        Assert.Equal(302, (await _department.ConfirmDecisionAsync(other)).Code);
        Assert.Equal(Grade.D, await _world.GradeOfAsync(roundId, World.Own));
    }

    [Fact]
    public async Task A_branch_of_another_round_is_not_there()
    {
        var other = await _world.GradeAsync(2011);
        var roundId = await _world.GradeAsync(2012);
        var fields = await _department.TokensAsync();
        fields.AddRange([KeyValuePair.Create("Form.Ids", $"{await _world.ParticipantAsync(other, World.Own)}"), KeyValuePair.Create("Form.Grade", "B"), KeyValuePair.Create("Form.Reason", "理由")]);
        foreach (var address in new[] { $"/rounds/{roundId}/decisions/preview", $"/rounds/{roundId}/decisions" })
            Assert.Equal(404, (await _department.SendAsync(address, fields)).Code);
    }

    [Fact]
    public async Task All_two_thousand_boxes_may_be_ticked()
    {
        var roundId = await _world.GradeAsync();
        var fields = await _department.TokensAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        fields.AddRange(Enumerable.Repeat(KeyValuePair.Create("Form.Ids", $"{own}"), 2_000));
        fields.AddRange([KeyValuePair.Create("Form.Grade", "B"), KeyValuePair.Create("Form.Reason", "理由")]);
        Assert.Equal(200, (await _department.SendAsync($"/rounds/{roundId}/decisions/preview", fields)).Code);
    }

    [Fact]
    public async Task An_inspector_looks_and_decides_nothing()
    {
        var roundId = await _world.GradeAsync();
        var desk = await (await _world.AsAsync(Actor.Inspector)).GetPageAsync($"/rounds/{roundId}/grades");
        Assert.Equal(200, desk.Code);
        Assert.Empty(desk.Document.QuerySelectorAll("main form[method=post], .pick, [data-batch]"));
    }

    private static List<string> Lines(Answer desk) => [.. desk.Document.QuerySelectorAll(".desk-table tbody tr:not([hidden])")
        .Select(row => (row.QuerySelector("th a") ?? row.QuerySelector(".cut-words"))!.TextContent)];

    private async Task<string[]> IdsAsync(int roundId, params string[] names)
    {
        var ids = new List<string>();
        foreach (var name in names)
            ids.Add($"{await _world.ParticipantAsync(roundId, name)}");
        return [.. ids];
    }

    private Task<AuditEntry> LastAsync() => app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderByDescending(entry => entry.Sequence).FirstAsync());
}
