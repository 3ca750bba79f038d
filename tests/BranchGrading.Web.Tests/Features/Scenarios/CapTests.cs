using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Scenarios;

public sealed class CapTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
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
    public async Task Raising_the_cap_shows_beforehand_whom_it_moves_and_then_moves_them()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        var rules = $"/rounds/{roundId}/rules";
        var preview = await _department.SendAsync($"{rules}/preview", await _department.FillInAsync(rules, rules, ("CapPercent", 30), ("Reason", "逐步扩大 A 级比例")));
        Assert.Equal(200, preview.Code);
        Assert.Contains("还没有保存", preview.Text);
        Assert.Contains("材料机关支部", preview.Text);
        Assert.Contains("1 个支部上升，0 个下降", preview.Text);
        Assert.Equal(Grade.B, await _world.GradeOfAsync(roundId, "材料机关支部"));

        Assert.Equal(302, (await _department.SendAsync(rules, preview.FillIn(rules, rules))).Code);
        Assert.Equal(Grade.A, await _world.GradeOfAsync(roundId, "材料机关支部"));
        Assert.Contains("逐步扩大 A 级比例", (await _department.GetPageAsync(rules)).Text);
    }

    [Fact]
    public async Task A_preview_refuses_what_the_change_would_be_refused_for_and_keeps_what_was_typed()
    {
        var roundId = await _world.GradeAsync(2012, null, ThreeForTwo);
        foreach (var name in new[] { World.Own, World.Foreign })
            Assert.Equal(302, (await _department.DecideAsync(await _world.ParticipantAsync(roundId, name), Grade.A)).Code);
        var rules = $"/rounds/{roundId}/rules";
        foreach (var (field, value, why) in new (string, object, string)[] { ("CapPercent", 10, "名额是 1 个，已决定的 A 级有 2 个"), ("BoundA", 95, "现在只能调整 A 级比例上限") })
        {
            var refused = await _department.SendAsync($"{rules}/preview", await _department.FillInAsync(rules, rules, (field, value), ("Reason", "收紧比例")));
            Assert.Equal(409, refused.Code);
            Assert.Contains(why, refused.Text);
            Assert.Contains("收紧比例", refused.Html);
        }

        Assert.Equal(400, (await _department.SendAsync($"{rules}/preview", await _department.FillInAsync(rules, rules, ("CapPercent", 110), ("Reason", "放宽")))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.Rounds.SelectMany(round => round.RuleChanges).CountAsync()));
    }

    [Theory]
    [InlineData(CapScope.BranchType, "教师党支部名额 1，列第 2，降为B")]
    [InlineData(CapScope.Committee, "材料学院党委名额 1，列第 2，降为B")]
    public async Task Desk_and_walk_speak_of_the_group_whose_places_count(CapScope scope, string why)
    {
        // By type: 学生 5 → 1 of 2 places, 教师 2 → 0.4 and the rest; by committee 材料 5 → 1.
        var roundId = await _world.GradeAsync(2012, new RoundRules { CapScope = scope }, (World.Own, 96), ("材料机关支部", 95), (World.Foreign, 94));
        var lowered = scope == CapScope.Committee ? "材料机关支部" : World.Foreign;
        Assert.Equal((Grade.A, Grade.B), (await _world.GradeOfAsync(roundId, World.Own), await _world.GradeOfAsync(roundId, lowered)));
        var desk = await _department.GetPageAsync($"/rounds/{roundId}/grades");
        Assert.Contains(why, desk.Text);
        Assert.Contains(scope.Word(), desk.Text);
        Assert.Contains(why, (await _department.GetPageAsync($"/rounds/{roundId}/grades/{await _world.ParticipantAsync(roundId, lowered)}")).Text);
    }

    [Fact]
    public async Task The_page_of_transfers_shows_what_each_group_has_and_a_transfer_goes_back_as_another()
    {
        var roundId = await _world.GradeAsync(2012, new RoundRules { CapScope = CapScope.Committee }, (World.Own, 96), (World.Foreign, 70));
        var address = $"/rounds/{roundId}/place-transfers";
        var (materials, computing) = ($"{_world.Committee(World.Materials)}", $"{_world.Committee(World.Computing)}");
        Assert.Contains("可以调出 1 个", (await _department.GetPageAsync(address)).Text);
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("From", computing), ("To", materials), ("Places", 1), ("Reason", "计算机没有用完"))).Code);

        var page = await _department.GetPageAsync(address);
        Assert.Contains("计算机没有用完", page.Text);
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.Children[0].TextContent == World.Materials);
        Assert.Equal("5 1 2 1 1", string.Join(' ', row.QuerySelectorAll("td.num").Select(cell => cell.TextContent)));
        var back = page.Document.QuerySelectorAll("a").Single(link => link.TextContent == "调回").GetAttribute("href")!.Split('#')[0];
        Assert.Equal(302, (await _department.PostFormAsync(back, address, ("Reason", "调回"))).Code);
        Assert.Equal([1, 1, 0], (await _world.ResultAsync(roundId)).Groups.Select(group => group.Quota));
        Assert.Equal(2, await app.InDbAsync(db => db.Rounds.SelectMany(round => round.PlaceTransfers).CountAsync()));
    }

    [Fact]
    public async Task A_transfer_whose_place_is_used_says_why_it_cannot_go_back()
    {
        var roundId = await _world.GradeAsync(2012, new RoundRules { CapScope = CapScope.Committee }, (World.Own, 96), ("材料机关支部", 95), (World.Foreign, 70));
        var address = $"/rounds/{roundId}/place-transfers";
        var (materials, computing) = ($"{_world.Committee(World.Materials)}", $"{_world.Committee(World.Computing)}");
        Assert.Equal(302, (await _department.PostFormAsync(address, address, ("From", computing), ("To", materials), ("Places", 1), ("Reason", "计算机没有用完"))).Code);
        var page = await _department.GetPageAsync(address);
        Assert.Contains("现在不能调回：材料学院党委名额 2 个，已用 2 个，只有 0 个可以调出", page.Text);
        Assert.Contains("没有可以调出的名额", page.Text);
    }
}
