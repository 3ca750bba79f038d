using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Standards;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Assessments;

/// <summary>Saving while typing: piece by piece, nothing lost.</summary>
public sealed class DraftTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private int _id;

    private string Items => $"/assessments/{_id}/drafts/items";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _id = await _world.ParticipantAsync(await _world.OpenAsync(), World.Own);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_first_piece_begins_the_assessment_and_is_told_to_the_audit_once()
    {
        var item = await ItemAsync(ItemMethod.Points);
        var secretary = await _world.AsAsync(Actor.Secretary);
        var (code, state) = await secretary.DraftAsync(Items, ("ItemId", item.Id), ("Points", "2.5"), ("Note", "有记录"));

        Assert.Equal((200, "10:00", "2.5"), (code, state.Text("savedAt"), state.Live($"points-{item.Id}")));
        Assert.Equal("2.5", state.Live("sum-points"));
        await secretary.DraftAsync(Items, ("ItemId", item.Id), ("Points", "3"), ("Note", "有记录"), ("Version", state.Version()));
        var papers = await _world.PapersAsync(_id);
        Assert.Equal((3m, "有记录", "材料书记"), (papers.Self.PointsOf(item), papers.Self.ScoreOf(item)!.Note, papers.Self.ScoreOf(item)!.SavedBy));
        Assert.Equal("材料书记", papers.Self.Assessment!.BegunBy);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == "AssessmentBegun")));
    }

    [Theory]
    [InlineData("２．５", 2.5)]
    [InlineData(" 2。5 ", 2.5)]
    [InlineData("3", 3)]
    [InlineData("0", 0)]
    public async Task Digits_of_any_width_are_digits(string typed, double expected)
    {
        var item = await ItemAsync(ItemMethod.Points);
        Assert.Equal(200, (await (await _world.AsAsync(Actor.Secretary)).DraftAsync(Items, ("ItemId", item.Id), ("Points", typed))).Code);
        Assert.Equal((decimal)expected, (await _world.PapersAsync(_id)).Self.PointsOf(item));
    }

    [Theory]
    [InlineData("2,5")]
    [InlineData("2，5")]
    [InlineData("两分")]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("1.005")]
    public async Task What_is_no_score_is_refused_naming_the_range(string typed)
    {
        var item = await ItemAsync(ItemMethod.Points);
        var (code, state) = await (await _world.AsAsync(Actor.Secretary)).DraftAsync(Items, ("ItemId", item.Id), ("Points", typed));

        Assert.Equal(400, code);
        Assert.Contains(typed == "1.005" ? "两位小数" : $"0 到 {item.MaxPoints:0.##}", state.Text("error"));
        Assert.Null((await _world.PapersAsync(_id)).Self.Assessment);
    }

    [Fact]
    public async Task Two_who_fill_in_one_item_see_both_texts_and_the_second_wins_knowingly()
    {
        var item = await ItemAsync(ItemMethod.Options);
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var first = (await secretary.DraftAsync(Items, ("ItemId", item.Id), ("Option", 1), ("Note", "书记写的"))).State;
        var (code, stale) = await officer.DraftAsync(Items, ("ItemId", item.Id), ("Option", 2), ("Note", "组织员写的"));

        Assert.Equal((409, true, "材料书记"), (code, stale.GetProperty("isStale").GetBoolean(), stale.Text("savedBy")));
        Assert.Contains("书记写的", stale.Text("saved"));
        Assert.Equal("1", stale.GetProperty("values").Text("Option"));
        Assert.Equal(first.Version(), stale.Version());
        Assert.Equal(200, (await officer.DraftAsync(Items, ("ItemId", item.Id), ("Option", 2), ("Note", "组织员写的"), ("Version", stale.Version()))).Code);
        Assert.Equal("组织员写的", (await _world.PapersAsync(_id)).Self.ScoreOf(item)!.Note);
    }

    [Fact]
    public async Task A_draft_sent_twice_is_saved_once()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        (string, object?)[] fields = [("Section", ReportSection.Direction), ("Content", "第一行\r\n第二行")];
        var first = (await secretary.DraftAsync($"/assessments/{_id}/drafts/texts", fields)).State;
        var (code, second) = await secretary.DraftAsync($"/assessments/{_id}/drafts/texts", [("Section", ReportSection.Direction), ("Content", "第一行\n第二行 ")]);
        Assert.Equal((200, first.Version()), (code, second.Version()));
    }

    [Fact]
    public async Task Different_pieces_filled_in_at_once_do_not_meet()
    {
        var items = (await _world.PapersAsync(_id)).Self.Items.Where(item => item.Method == ItemMethod.Points).Take(6).ToList();
        var (secretary, officer) = (await _world.AsAsync(Actor.Secretary), await _world.AsAsync(Actor.Officer));
        var answers = await Task.WhenAll(items.Select((item, index) => (index % 2 == 0 ? secretary : officer).DraftAsync(Items, ("ItemId", item.Id), ("Points", "1"))));

        Assert.All(answers, answer => Assert.Equal(200, answer.Code));
        Assert.Equal(6m, (await _world.PapersAsync(_id)).Self.Sum.Points);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == "AssessmentBegun")));
    }

    [Fact]
    public async Task A_deduction_tells_how_its_points_come_about()
    {
        var item = await ItemAsync(ItemMethod.Deduction);
        var (_, state) = await (await _world.AsAsync(Actor.Secretary)).DraftAsync(Items, ("ItemId", item.Id), ("Times", "２"));
        Assert.Equal($"{item.MaxPoints:0.##} − 2 × {item.UnitPoints:0.##} = {item.MaxPoints - 2 * item.UnitPoints:0.##}", state.Live($"calculation-{item.Id}"));
    }

    [Fact]
    public async Task Votes_and_vetoes_are_not_the_branchs_to_fill_in()
    {
        var standard = (await _world.PapersAsync(_id)).Self.Standard;
        var secretary = await _world.AsAsync(Actor.Secretary);
        foreach (var item in standard.Items.Where(item => !item.IsSelfScored))
            Assert.Equal(400, (await secretary.DraftAsync(Items, ("ItemId", item.Id), ("Vetoed", "true"), ("Points", "1"))).Code);
        Assert.Equal(0, await app.InDbAsync(db => db.ItemScores.CountAsync()));
    }

    [Fact]
    public async Task The_last_millisecond_counts_and_the_next_does_not()
    {
        var item = await ItemAsync(ItemMethod.Points);
        var deadline = (await _world.PapersAsync(_id)).Deadlines.SelfAssessment;
        var secretary = await _world.AsAsync(Actor.Secretary);
        await secretary.DraftAsync(Items, ("ItemId", item.Id), ("Points", "1"));
        app.Clock.AdjustTime(new DateTimeOffset(deadline).AddMilliseconds(-1));
        secretary = await _world.SignInAsync(World.UserName(Actor.Secretary));
        var (code, state) = await secretary.DraftAsync(Items, ("ItemId", item.Id), ("Points", "2"), ("Version", (await _world.PapersAsync(_id)).Self.ScoreOf(item)!.Version));
        Assert.Equal(200, code);
        app.Clock.AdjustTime(new DateTimeOffset(deadline));
        (code, var late) = await secretary.DraftAsync(Items, ("ItemId", item.Id), ("Points", "3"), ("Version", state.Version()));
        Assert.Equal((409, true), (code, late.GetProperty("isLocked").GetBoolean()));
        Assert.Contains("截止", late.Text("error"));
        Assert.Equal(2m, (await _world.PapersAsync(_id)).Self.PointsOf(item));
    }

    [Fact]
    public async Task Nobody_else_writes_here()
    {
        var item = await ItemAsync(ItemMethod.Points);
        foreach (var actor in new[] { Actor.OtherSecretary, Actor.OtherOfficer, Actor.Department, Actor.Inspector, Actor.Administrator })
            Assert.Equal((actor, 404), (actor, (await (await _world.AsAsync(actor)).DraftAsync(Items, ("ItemId", item.Id), ("Points", "1"))).Code));
        Assert.Null((await _world.PapersAsync(_id)).Self.Assessment);
    }

    [Fact]
    public async Task What_is_handed_in_is_not_written_any_more()
    {
        await _world.SubmitAssessmentAsync(_id);
        var item = await ItemAsync(ItemMethod.Points);
        var (code, state) = await (await _world.AsAsync(Actor.Secretary)).DraftAsync(Items, ("ItemId", item.Id), ("Points", "1"), ("Version", (await _world.PapersAsync(_id)).Self.ScoreOf(item)!.Version));
        Assert.Equal(409, code);
        Assert.Contains("已经提交", state.Text("error"));
    }

    private async Task<StandardItem> ItemAsync(ItemMethod method) => (await _world.PapersAsync(_id)).Self.Items.First(item => item.Method == method);
}
