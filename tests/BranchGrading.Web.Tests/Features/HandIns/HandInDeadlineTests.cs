using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.HandIns;

/// <summary>9 April 11:00 in the school: 10:59:59.999 is in time, 11:00:00.000 is not, whatever zone the server is in.</summary>
public sealed class HandInDeadlineTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly DateTimeOffset Deadline = new(2012, 4, 9, 11, 0, 0, TimeSpan.FromHours(8));

    public static TheoryData<string> Zones => ["UTC", "Asia/Shanghai", "America/New_York"];

    [Theory]
    [MemberData(nameof(Zones))]
    public Task Forms_are_taken_until_the_last_millisecond_and_not_after(string zone) => InZoneAsync(zone, async world =>
    {
        var (roundId, own, library) = await RoundAsync(world);
        app.Clock.AdjustTime(Deadline.AddMilliseconds(-1));
        var officer = await world.SignInAsync(World.UserName(Actor.Officer));
        Assert.Contains("4月9日 星期一 11:00", (await officer.GetPageAsync(own)).Text, StringComparison.Ordinal);
        var fields = await officer.FillInAsync(own, own);
        var again = await officer.FillInAsync(own, own, ("versions", 1));
        Assert.Equal(302, (await officer.SendAsync(own, fields)).Code);
        app.Clock.AdjustTime(Deadline);
        var late = await officer.SendAsync(own, again);
        Assert.Equal(409, late.Code);
        Assert.Contains("报送已经截止，不能再交新的一版", late.Text, StringComparison.Ordinal);
        var list = await (await world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync($"/rounds/{roundId}/hand-ins");
        Assert.Equal("按时", StateOf(list, own));
        Assert.Equal("逾期未报", StateOf(list, library));
        Assert.Equal([Deadline.AddMilliseconds(-1).UtcDateTime], await app.InDbAsync(db => db.HandIns.Select(handIn => handIn.MadeAt).ToListAsync()));
    });

    [Theory]
    [MemberData(nameof(Zones))]
    public Task An_extended_committee_has_until_its_own_last_millisecond(string zone) => InZoneAsync(zone, async world =>
    {
        var (roundId, own, _) = await RoundAsync(world);
        var until = new DateTimeOffset(2012, 4, 11, 0, 0, 0, TimeSpan.FromHours(8));
        app.Clock.AdjustTime(Deadline.AddHours(1));
        var department = await world.SignInAsync(World.UserName(Actor.Department));
        var page = $"/rounds/{roundId}/extensions/new?committee={world.Committee(World.Materials)}";
        Assert.Equal(302, (await department.PostFormAsync(page, $"/rounds/{roundId}/extensions", ("Form.Kind", DeadlineKind.HandIn), ("Form.Day", "2012-04-10"), ("Form.Reason", "书记出差"))).Code);
        app.Clock.AdjustTime(until.AddMilliseconds(-1));
        var officer = await world.SignInAsync(World.UserName(Actor.Officer));
        var fields = await officer.FillInAsync(own, own);
        var again = await officer.FillInAsync(own, own, ("versions", 1));
        Assert.Equal(302, (await officer.SendAsync(own, fields)).Code);
        app.Clock.AdjustTime(until);
        Assert.Equal(409, (await officer.SendAsync(own, again)).Code);
        Assert.Equal("延期报送", StateOf(await (await world.SignInAsync(World.UserName(Actor.Department))).GetPageAsync($"/rounds/{roundId}/hand-ins"), own));
    });

    [Theory]
    [MemberData(nameof(Zones))]
    public Task What_was_sent_back_is_corrected_after_the_deadline_and_stays_in_time(string zone) => InZoneAsync(zone, async world =>
    {
        var (roundId, own, _) = await RoundAsync(world);
        app.Clock.AdjustTime(Deadline.AddMilliseconds(-1));
        Assert.Equal(302, (await (await world.SignInAsync(World.UserName(Actor.Officer))).PostFormAsync(own, own)).Code);
        app.Clock.AdjustTime(Deadline.AddHours(5));
        var (officer, department) = (await world.SignInAsync(World.UserName(Actor.Officer)), await world.SignInAsync(World.UserName(Actor.Department)));
        Assert.Equal(302, (await department.PostFormAsync(own, $"{own}/1/return", ("reason", "附表4 缺一个支部"))).Code);
        Assert.Equal("已退回", StateOf(await department.GetPageAsync($"/rounds/{roundId}/hand-ins"), own));
        Assert.Equal(302, (await officer.PostFormAsync(own, own)).Code);
        Assert.Equal("按时", StateOf(await department.GetPageAsync($"/rounds/{roundId}/hand-ins"), own));
        // The correction is in force: one more needs another return.
        Assert.Equal(409, (await officer.SendAsync(own, [.. await officer.TokensAsync(), KeyValuePair.Create("versions", "2")])).Code);
    });

    private static async Task<(int RoundId, string Own, string Library)> RoundAsync(World world)
    {
        var roundId = await world.GradeAsync();
        return (roundId, $"/rounds/{roundId}/hand-ins/{world.Committee(World.Materials)}", $"/rounds/{roundId}/hand-ins/{world.Committee(World.Library)}");
    }

    private static string StateOf(Answer list, string address) => list.Document.QuerySelector($"a[href='{address}']")!.Closest("tr")!.QuerySelector("td")!.TextContent.Trim();

    private async Task InZoneAsync(string zone, Func<World, Task> act)
    {
        var world = await World.OfAsync(app);
        try
        {
            app.Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
            await act(world);
        }
        finally
        {
            app.Clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        }
    }
}
