using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Reviews;

/// <summary>本单位支部: how far each branch is, what it waits for, and where to go on.</summary>
public sealed class MatrixTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private const string Students = "材料本科生支部";

    private World _world = null!;
    private HttpClient _officer = null!;
    private int _roundId;

    private string Matrix => $"/rounds/{_roundId}/reviews";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _officer = await _world.AsAsync(Actor.Officer);
        _roundId = await _world.OpenAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_officers_own_branches_stand_there_with_what_blocks_each()
    {
        var own = await _world.ParticipantAsync(_roundId, World.Own);
        await _world.ReviewWhollyAsync(_officer, own, Grade.A);
        await _world.SubmitAssessmentAsync(await _world.ParticipantAsync(_roundId, Students));

        var home = await _officer.GetPageAsync("/");
        Assert.Contains("1 个支部已经提交、等着初评", home.Text);
        var page = await _officer.FollowAsync(await _officer.GetPageAsync("/reviews"));

        var rows = page.Document.QuerySelectorAll("tbody tr").ToDictionary(row => row.QuerySelector("th a")!.TextContent, row => row);
        Assert.Equal(5, rows.Count);
        Assert.DoesNotContain(World.Foreign, page.Text);
        Assert.Equal("看初评", Next(rows[World.Own]));
        Assert.Equal(("已提交", "0 / 7", "未录入", "开始初评"), (Cell(rows[Students], "自评"), Cell(rows[Students], "调查核实"), Cell(rows[Students], "群众测评"), Next(rows[Students])));
        Assert.Equal("催填，还有5天", Next(rows["材料退休支部"]));
        Assert.Contains("参考数 1（5 × 20%，不是限额）", page.Text);
        Assert.Equal("已初评1/ 5", page.Document.QuerySelector(".facts .figure")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("mine", Students)]
    [InlineData("branch", "材料机关支部 材料硕士生支部 材料退休支部")]
    [InlineData("done", World.Own)]
    [InlineData("warn", World.Own)]
    public async Task Chips_filter_it(string show, string expected)
    {
        await _world.RememberAsync(2011, (World.Own, Grade.C));
        await _world.ReviewWhollyAsync(_officer, await _world.ParticipantAsync(_roundId, World.Own), Grade.A);
        await _world.SubmitAssessmentAsync(await _world.ParticipantAsync(_roundId, Students));

        var page = await _officer.GetPageAsync($"{Matrix}?show={show}");

        Assert.Equal(expected, string.Join(' ', page.Document.QuerySelectorAll("tbody th a").Select(link => link.TextContent)));
        if (show == "warn")
            Assert.Contains("2011 年是 C，最高升到 B", page.Text);
    }

    [Fact]
    public async Task A_skip_is_warned_of_while_the_grade_is_chosen()
    {
        await _world.RememberAsync(2010, (World.Own, Grade.A));
        await _world.RememberAsync(2011, (World.Own, Grade.C));
        var own = await _world.ParticipantAsync(_roundId, World.Own);
        Assert.Contains("不越级晋升：2011 年是 C，今年最高到 B。拟定更高的等级要有特批", (await _officer.GetPageAsync($"/reviews/{own}")).Text);
    }

    [Fact]
    public async Task The_department_chooses_a_committee_and_an_officer_has_only_his_own()
    {
        var computing = _world.Committee(World.Computing);
        Assert.Equal(404, (await _officer.GetPageAsync($"{Matrix}?committee={computing}")).Code);
        var page = await (await _world.AsAsync(Actor.Department)).GetPageAsync($"{Matrix}?committee={computing}");
        Assert.Equal((200, 4), (page.Code, page.Document.QuerySelectorAll("tbody tr").Length));
        Assert.Equal(3, page.Document.QuerySelectorAll("select[name=committee] option").Length);
    }

    [Fact]
    public async Task The_number_of_questions_to_the_database_does_not_grow_with_the_branches()
    {
        var department = await _world.AsAsync(Actor.Department);
        await department.GetPageAsync($"{Matrix}?committee={_world.Committee(World.Library)}");
        var few = await CountAsync(() => department.GetPageAsync($"{Matrix}?committee={_world.Committee(World.Library)}"));
        foreach (var id in await app.InDbAsync(db => db.Participants.Where(row => row.CommitteeName == World.Materials).Select(row => row.Id).ToListAsync()))
            await _world.SubmitAssessmentAsync(id);
        // Two standards instead of one, four questions each.
        var many = await CountAsync(() => department.GetPageAsync($"{Matrix}?committee={_world.Committee(World.Materials)}"));
        Assert.InRange(many, few, few + 4);
    }

    [Fact]
    public async Task Five_valid_ballots_are_shown_in_full_and_four_only_as_far_as_the_grade_needs()
    {
        var own = await _world.ParticipantAsync(_roundId, World.Own);
        await _officer.CountAsync(own, Panel.Masses, null, 4, 4, 4, 2, 1, 0, 1);
        var department = await _world.AsAsync(Actor.Department);
        Assert.Contains("有效 4 张，其中满意 3 张", (await department.GetPageAsync($"/reviews/{own}")).Text);
        Assert.DoesNotContain("差 1", (await department.GetPageAsync($"/reviews/{own}/ballots")).Text);
        Assert.Contains("差 1", (await _officer.GetPageAsync($"/reviews/{own}")).Text);
        await _officer.CountAsync(own, Panel.Masses, null, 5, 5, 5, 3, 1, 0, 1);
        Assert.Contains("差 1", (await department.GetPageAsync($"/reviews/{own}")).Text);
    }

    private async Task<int> CountAsync(Func<Task> work)
    {
        var count = 0;
        using var listening = new CommandListener(await app.InDbAsync(db => Task.FromResult(db.Database.GetConnectionString())), () => Interlocked.Increment(ref count));
        await work();
        return count;
    }

    private static string Cell(AngleSharp.Dom.IElement row, string label) => row.QuerySelector($"[data-label='{label}']")!.TextContent.Trim();

    private static string Next(AngleSharp.Dom.IElement row) => row.QuerySelector("td.next a")!.FirstChild!.TextContent.Trim();
}
