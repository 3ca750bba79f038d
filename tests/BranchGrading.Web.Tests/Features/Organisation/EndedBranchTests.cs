using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rectification;
using BranchGrading.Web.Tests.Features.Plans;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Organisation;

/// <summary>The plan of a branch that ended: another carries it on, or nobody does.</summary>
public sealed class EndedBranchTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Students = "材料本科生支部";
    private const string Masters = "材料硕士生支部";

    private World _world = null!;
    private HttpClient _department = null!;
    private int _round;
    private int _plan;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
        _round = await _world.FinalAsync(2011, (Masters, 50));
        _plan = await _world.ParticipantAsync(_round, Masters);
        await _world.PlanAsync(_plan, isApproved: true, leader: "院长");
        app.Clock.Advance(TimeSpan.FromDays(200));
        _department = await _world.SignInAsync(World.UserName(Actor.Department));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<Answer> MergeAsync() => _department.PostFormAsync(
        $"/organisation-changes/mergers/new?branches={_world.Branch(World.Own)}&branches={_world.Branch(Masters)}", "/organisation-changes/mergers", ("Into", _world.Branch(World.Own)));

    private Task<Answer> DissolveAsync(int? successor = null) =>
        _department.PostFormAsync($"/branches/{_world.Branch(Masters)}/dissolution", $"/branches/{_world.Branch(Masters)}/dissolution", ("Reason", "学生毕业"), ("SuccessorId", successor));

    [Fact]
    public async Task After_a_merger_the_secretary_of_the_survivor_carries_the_plan_on()
    {
        var secretary = await _world.SignInAsync(World.UserName(Actor.Secretary));
        Assert.Equal(404, (await secretary.GetPageAsync($"/plans/{_plan}")).Code);
        var done = await MergeAsync();
        Assert.True(done.Code == 302, done.Text);
        Assert.Contains($"「{Masters}」没有办完的整改提升计划由「{World.Own}」接着办", (await _department.GetPageAsync(done.Location!)).Text);

        Assert.Contains("D 级半年未销", (await secretary.GetPageAsync("/")).Text);
        var item = await app.InDbAsync(db => db.PlanItems.Select(row => row.Id).SingleAsync());
        Planning.AssertDone(await secretary.WriteAsync(_plan, item, PlanEntryKind.Progress, "合并以后接着办", 50));
        var officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        Assert.Contains("合并以后接着办", (await officer.GetPageAsync($"/plans/{_plan}/items/{item}")).Text);
        Assert.Contains(Masters, (await _department.GetPageAsync($"/rounds/{_round}/rectification")).Text);
        Assert.Contains("整改计划：整改中，1 项中已销号 0 项", (await secretary.GetPageAsync($"/branches/{_world.Branch(World.Own)}/history")).Text);
    }

    [Fact]
    public async Task Without_a_successor_the_plan_is_done_with_in_list_board_and_start_page_alike()
    {
        Assert.Contains("D 级半年未销", (await _department.GetPageAsync($"/plans?q={Masters}")).Text);
        var done = await DissolveAsync();
        Assert.True(done.Code == 302, done.Text);
        Assert.Contains($"「{Masters}」没有办完的整改提升计划不再执行", (await _department.GetPageAsync(done.Location!)).Text);

        var list = await _department.GetPageAsync($"/plans?q={Masters}");
        Assert.Contains("不再执行", string.Concat(list.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent)));
        Assert.DoesNotContain("逾期", string.Concat(list.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent)));
        Assert.DoesNotContain("半年", string.Concat(list.Document.QuerySelectorAll("tbody tr").Select(row => row.TextContent)));
        Assert.DoesNotContain(Masters, (await _department.GetPageAsync($"/rounds/{_round}/rectification")).Text);
        Assert.DoesNotContain(Masters, (await _department.GetPageAsync("/")).Text);
        var item = await app.InDbAsync(db => db.PlanItems.Select(row => row.Id).SingleAsync());
        var officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        var page = await officer.GetPageAsync($"/plans/{_plan}/items/{item}");
        Assert.Null(page.Document.QuerySelector($"main form[action='/plans/{_plan}/items/{item}/entries']"));
    }

    [Fact]
    public async Task A_dissolution_with_a_successor_hands_the_plan_on()
    {
        await DissolveAsync(_world.Branch(World.Own));
        var secretary = await _world.SignInAsync(World.UserName(Actor.Secretary));
        Assert.Equal(200, (await secretary.GetPageAsync($"/plans/{_plan}")).Code);
        Assert.Contains(Masters, (await _department.GetPageAsync($"/rounds/{_round}/rectification")).Text);
    }

    [Fact]
    public async Task A_successor_in_another_unit_takes_the_plan_to_its_officers()
    {
        await DissolveAsync(_world.Branch(World.Foreign));
        var officer = await _world.SignInAsync(World.UserName(Actor.Officer));
        var page = await officer.GetPageAsync($"/plans/{_plan}");
        Assert.Equal(200, page.Code);
        Assert.Contains(World.Computing, page.Text);
        Assert.Contains(Masters, (await _department.GetPageAsync($"/plans?committee={_world.Committee(World.Computing)}")).Text);
        Assert.DoesNotContain(Masters, string.Concat((await _department.GetPageAsync($"/plans?committee={_world.Committee(World.Materials)}")).Document.QuerySelectorAll("tbody tr").Select(line => line.TextContent)));
    }

    [Fact]
    public async Task A_graded_branch_that_ended_without_a_plan_lacks_none()
    {
        await app.SaveAsync(async db => db.RemoveRange(await db.Plans.Include(plan => plan.Items).ToListAsync()));
        Assert.Contains(Masters, (await _department.GetPageAsync($"/rounds/{_round}/rectification")).Text);
        await _department.FollowAsync(await MergeAsync());
        Assert.DoesNotContain(Masters, (await _department.GetPageAsync($"/rounds/{_round}/rectification")).Text);
        Assert.DoesNotContain(Masters, string.Concat((await _department.GetPageAsync("/plans?show=Missing")).Document.QuerySelectorAll("tbody tr").Select(line => line.TextContent)));
    }
}
