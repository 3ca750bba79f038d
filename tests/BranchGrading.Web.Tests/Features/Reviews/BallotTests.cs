using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Reviews;

/// <summary>Paper ballots, typed in as counted (§4).</summary>
public sealed class BallotTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _officer = null!;
    private int _id;

    private string Page => $"/reviews/{_id}/ballots";

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _officer = await _world.AsAsync(Actor.Officer);
        _id = await _world.ParticipantAsync(await _world.OpenAsync(), World.Own);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Counts_that_fit_are_recorded_and_told_to_the_audit()
    {
        Assert.Equal((302, Page), (await _officer.CountAsync(_id, Panel.Members) is var done ? (done.Code, done.Location) : default));
        var count = (await _world.PapersAsync(_id)).Review.Members!.Count;
        Assert.Equal(new BallotCount(22, 22, 21, 20, 15, 3, 1, 1), count);
        var entry = await app.InDbAsync(db => db.AuditEntries.SingleAsync(entry => entry.Event == "BallotsRecorded"));
        Assert.Contains("党员测评", entry.Subject);
        Assert.Contains("组织员1", entry.Actor);
        Assert.Contains("满意率 90.00%", (await _officer.GetPageAsync(Page)).Text);
    }

    [Theory]
    [InlineData(20, 20, 20, 19, "好、较好、一般、差合计 19 张")]
    [InlineData(20, 20, 19, 20, "多于收回的 19 张")]
    [InlineData(20, 19, 20, 20, "多于发出的 19 张")]
    public async Task Counts_that_do_not_fit_are_refused_with_what_is_wrong(int valid, int issued, int returned, int sum, string reason)
    {
        var refused = await _officer.CountAsync(_id, Panel.Masses, null, issued, returned, valid, sum, 0, 0, 0);
        Assert.Equal(400, refused.Code);
        Assert.Contains(reason, refused.Text);
        Assert.Equal($"{valid}", refused.Document.GetElementById("Masses_Valid")!.GetAttribute("value"));
        Assert.Null((await _world.PapersAsync(_id)).Review.Masses);
    }

    [Fact]
    public async Task More_issued_than_expected_is_saved_and_stays_in_sight()
    {
        var saved = await _officer.CountAsync(_id, Panel.Members, expected: 20);
        Assert.Contains("多于应到 20", (await _officer.FollowAsync(saved)).Text);
        Assert.Contains("发出多于应到", (await _officer.GetPageAsync($"/reviews/{_id}")).Text);
    }

    [Fact]
    public async Task Only_the_masses_may_be_of_unknown_number()
    {
        Assert.Contains("请填写应到的党员人数", (await _officer.CountAsync(_id, Panel.Members, expected: null)).Text);
        Assert.Equal(302, (await _officer.CountAsync(_id, Panel.Masses, expected: null)).Code);
    }

    [Fact]
    public async Task A_stale_count_shows_both_and_saved_again_it_wins()
    {
        await _officer.CountAsync(_id, Panel.Members);
        var old = await _officer.FillInAsync(Page, $"{Page}/members", ("Good", 14), ("Fair", 2));
        await _officer.CountAsync(_id, Panel.Members, good: 16, fairlyGood: 2);

        var stale = await _officer.SendAsync($"{Page}/members", old);

        Assert.Equal(409, stale.Code);
        Assert.Contains("好：已保存的16", string.Concat(stale.Text.Split(' ')));
        Assert.Equal(16, (await _world.PapersAsync(_id)).Review.Members!.Count.Good);
        Assert.Equal(302, (await _officer.SendAsync($"{Page}/members", stale.FillIn($"{Page}/members", Page))).Code);
        Assert.Equal(14, (await _world.PapersAsync(_id)).Review.Members!.Count.Good);
    }

    [Fact]
    public async Task Nobody_but_the_committee_types_them_in()
    {
        var department = await _world.AsAsync(Actor.Department);
        var refused = await department.SendAsync($"{Page}/members", await department.TokensAsync());
        Assert.Equal(409, refused.Code);
        Assert.Contains("由本单位的组织员填写", refused.Text);
        Assert.Equal(404, (await (await _world.AsAsync(Actor.OtherOfficer)).SendAsync($"{Page}/members", await (await _world.AsAsync(Actor.OtherOfficer)).TokensAsync())).Code);
        Assert.Null((await _world.PapersAsync(_id)).Review.Members);
    }
}
