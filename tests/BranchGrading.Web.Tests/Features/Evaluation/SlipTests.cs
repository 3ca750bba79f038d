using Xunit;

namespace BranchGrading.Web.Tests.Features.Evaluation;

/// <summary>等级说明: why a branch has its grade, on half a page.</summary>
public sealed class SlipTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_says_what_the_page_says_step_by_step()
    {
        var roundId = await _world.PublishAsync(2012, null, (World.Own, 96), (World.Foreign, 95), ("材料机关支部", 94));
        var third = await _world.ParticipantAsync(roundId, "材料机关支部");
        var officer = await _world.AsAsync(Actor.Officer);
        var page = await officer.GetPageAsync($"/results/{third}");
        var slip = await officer.GetPageAsync($"/results/{third}/slip");
        foreach (var sentence in page.Document.QuerySelectorAll(".reason h3, .reason p:not(.sum)").Select(element => element.TextContent.Trim()))
            Assert.Contains(sentence, slip.Text);
        Assert.Contains("列第 3", slip.Text);
        Assert.DoesNotContain(World.Foreign, slip.Text);
        Assert.DoesNotContain("95.00", slip.Text);
    }

    [Fact]
    public async Task An_officer_prints_those_of_the_own_committee_and_a_secretary_the_own_one()
    {
        var roundId = await _world.PublishAsync();
        Assert.Equal(5, await CountAsync(Actor.Officer, "/results/slips?year=2012"));
        Assert.Equal(1, await CountAsync(Actor.Secretary, "/results/slips?year=2012"));
        Assert.Equal(4, await CountAsync(Actor.Department, $"/rounds/{roundId}/committees/{_world.Committee(World.Computing)}/slips"));
        var foreign = await _world.ParticipantAsync(roundId, World.Foreign);
        foreach (var actor in new[] { Actor.Officer, Actor.Secretary })
            Assert.Equal(404, (await (await _world.AsAsync(actor)).GetPageAsync($"/results/{foreign}/slip")).Code);
    }

    [Fact]
    public async Task Before_publication_it_is_the_schools_and_says_that_nothing_is_settled()
    {
        var roundId = await _world.GradeAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        Assert.Contains("等级未定", (await (await _world.AsAsync(Actor.Inspector)).GetPageAsync($"/rounds/{roundId}/grades/{own}/slip")).Text);
        foreach (var address in new[] { $"/results/{own}/slip", "/results/slips?year=2012" })
            Assert.Equal(404, (await (await _world.AsAsync(Actor.Officer)).GetPageAsync(address)).Code);
    }

    [Fact]
    public async Task A_branch_scored_on_line_reads_its_heads()
    {
        var roundId = await _world.OpenAsync();
        var own = await _world.ParticipantAsync(roundId, World.Own);
        await _world.SubmitAssessmentAsync(own);
        await _world.ReviewOnLineAsync(own, less: 1);
        var slip = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"/rounds/{roundId}/grades/{own}/slip");
        Assert.Equal(["领导班子好", "党员队伍好", "工作机制好", "工作业绩好", "群众反映好"], slip.Document.QuerySelectorAll(".half-page-heads dt").Select(head => head.TextContent));
    }

    private async Task<int> CountAsync(Actor actor, string address) => (await (await _world.AsAsync(actor)).GetPageAsync(address)).Document.QuerySelectorAll(".half-page").Length;
}
