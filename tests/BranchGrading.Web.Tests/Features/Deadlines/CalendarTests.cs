using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Deadlines;

/// <summary>The calendar of deadlines, and the same at a secret address.</summary>
public sealed class CalendarTests(WebApp app) : IClassFixture<WebApp>
{
    private static readonly DateTime SelfAssessment = new(2012, 3, 25, 16, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_secretary_sees_the_own_deadline_with_its_extension()
    {
        var (world, _) = await OpenedAsync(extended: true);
        var secretary = await world.AsAsync(Actor.Secretary);
        var page = await secretary.GetPageAsync("/deadlines?month=2012-03");
        Assert.Contains("2012 年度 支部自评截止（延期）", page.Document.QuerySelector(".month-list")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3月27日 星期二 24:00", page.Text);
        Assert.DoesNotContain("初评意见报告", page.Text);
        Assert.Equal("27", page.Document.QuerySelector(".month td:has(.month-event) time")!.TextContent);
        Assert.Contains("3月25日 星期日 24:00", (await (await world.AsAsync(Actor.OtherSecretary)).GetPageAsync("/deadlines")).Text);
    }

    [Fact]
    public async Task The_department_sees_all_deadlines_and_who_has_longer()
    {
        var (world, _) = await OpenedAsync(extended: true);
        var page = await (await world.AsAsync(Actor.Department)).GetPageAsync("/deadlines?month=2012-04");
        Assert.Contains("4月8日 星期日 24:00", page.Text);
        Assert.Contains("4月9日 星期一 11:00", page.Text);
        Assert.Contains(World.Own, (await (await world.AsAsync(Actor.Department)).GetPageAsync("/deadlines?month=2012-03")).Text);
    }

    [Fact]
    public async Task The_secret_address_tells_titles_and_times_alone_to_anybody_who_has_it()
    {
        var (world, _) = await OpenedAsync(extended: true);
        var (address, _) = await SubscribeAsync(await world.AsAsync(Actor.Department));
        Assert.Matches("^/calendar/[0-9a-f]{40}\\.ics$", address);
        var answer = await app.NewBrowser().GetPageAsync(address);
        Assert.Equal((200, "text/calendar"), (answer.Code, answer.Response.Content.Headers.ContentType!.MediaType));
        var read = IcsReader.Of(answer.Html);
        Assert.Equal(
            ["2012 年度 支部自评截止 24:00", "2012 年度 自评截止（延期） 24:00", "2012 年度 初评意见报告截止 24:00", "2012 年度 分类定级完成 24:00", "2012 年度 报表报送截止 11:00"],
            read.Events.Select(one => one["SUMMARY"]));
        Assert.Equal(("20120408T150000Z", "20120408T160000Z"), (read.Events[3]["DTSTART"], read.Events[3]["DTEND"]));
        Assert.DoesNotContain(World.Own, answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("书记", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(address[10..50], await app.InDbAsync(db => db.CalendarFeeds.Select(feed => feed.SecretHash).SingleAsync()), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_entry_keeps_its_name_when_its_deadline_moves()
    {
        var (world, round) = await OpenedAsync();
        var (address, _) = await SubscribeAsync(await world.AsAsync(Actor.Secretary));
        var before = IcsReader.Of((await app.NewBrowser().GetPageAsync(address)).Html).Events.Single();
        await app.SaveAsync(async db =>
        {
            var moved = await db.Rounds.SingleAsync(known => known.Id == round);
            moved.SetDeadlines(moved.Deadlines with { SelfAssessment = SelfAssessment.AddDays(3) });
        });
        var after = IcsReader.Of((await app.NewBrowser().GetPageAsync(address)).Html).Events.Single();
        Assert.Equal(before["UID"], after["UID"]);
        Assert.Equal(("20120325T160000Z", "20120328T160000Z"), (before["DTEND"], after["DTEND"]));
    }

    [Fact]
    public async Task Asking_again_costs_little_while_nothing_changes()
    {
        var (world, _) = await OpenedAsync();
        var (address, _) = await SubscribeAsync(await world.AsAsync(Actor.Secretary));
        var browser = app.NewBrowser();
        var first = await browser.GetPageAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Response.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await browser.SendAsync(request)).StatusCode);
        Assert.True(first.Response.Headers.CacheControl!.Private);
    }

    [Fact]
    public async Task A_renewed_or_ended_address_and_a_wrong_one_are_not_found()
    {
        var (world, _) = await OpenedAsync();
        var (secretary, anybody) = (await world.AsAsync(Actor.Secretary), app.NewBrowser());
        var (first, _) = await SubscribeAsync(secretary);
        var (second, _) = await SubscribeAsync(secretary);
        Assert.Equal((404, 200), ((await anybody.GetPageAsync(first)).Code, (await anybody.GetPageAsync(second)).Code));
        Assert.Null((await secretary.GetPageAsync("/deadlines")).Document.QuerySelector("#feed"));
        Assert.Equal(404, (await anybody.GetPageAsync($"/calendar/{new string('0', 40)}.ics")).Code);
        Assert.Equal(404, (await anybody.GetPageAsync("/calendar/%20.ics")).Code);
        await secretary.PostFormAsync("/deadlines", "/deadlines/feed/removal");
        Assert.Equal(404, (await anybody.GetPageAsync(second)).Code);
    }

    [Fact]
    public async Task A_disabled_account_has_no_calendar()
    {
        var (world, _) = await OpenedAsync();
        var (address, _) = await SubscribeAsync(await world.AsAsync(Actor.Secretary));
        await app.SaveAsync(async db => (await db.Users.SingleAsync(account => account.Id == world.Account(Actor.Secretary))).Disable());
        Assert.Equal(404, (await app.NewBrowser().GetPageAsync(address)).Code);
    }

    [Fact]
    public async Task Who_is_nothing_any_more_has_no_calendar()
    {
        var (world, _) = await OpenedAsync();
        var (address, _) = await SubscribeAsync(await world.AsAsync(Actor.Secretary));
        await app.SaveAsync(async db => db.RemoveRange(await db.UserRoles.Where(link => link.UserId == world.Account(Actor.Secretary)).ToListAsync()));
        Assert.Equal(404, (await app.NewBrowser().GetPageAsync(address)).Code);
    }

    [Fact]
    public async Task The_audit_tells_who_made_and_ended_an_address_but_not_the_address()
    {
        var (world, _) = await OpenedAsync();
        var secretary = await world.AsAsync(Actor.Secretary);
        var (address, _) = await SubscribeAsync(secretary);
        await SubscribeAsync(secretary);
        await secretary.PostFormAsync("/deadlines", "/deadlines/feed/removal");
        var account = world.Account(Actor.Secretary);
        var rows = await app.InDbAsync(db => db.AuditEntries.Where(row => row.AccountId == account).OrderByDescending(row => row.Sequence).Take(3).ToListAsync());
        Assert.Equal([nameof(AuditEvent.CalendarFeedEnded), nameof(AuditEvent.CalendarFeedMade), nameof(AuditEvent.CalendarFeedMade)], rows.Select(row => row.Event));
        Assert.DoesNotContain(address[10..50], string.Join(' ', rows.Select(row => $"{row.Subject}{row.Changes}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_windows_that_make_the_address_at_once_make_one()
    {
        var (world, _) = await OpenedAsync();
        var secretary = await world.AsAsync(Actor.Secretary);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => await secretary.PostFormAsync("/deadlines", "/deadlines/feed")));
        Assert.All(answers, answer => Assert.Equal(302, answer.Code));
        Assert.Equal(1, await app.InDbAsync(db => db.CalendarFeeds.CountAsync()));
    }

    private static async Task<(string Address, Answer Page)> SubscribeAsync(HttpClient browser)
    {
        var page = await browser.FollowAsync(await browser.PostFormAsync("/deadlines", "/deadlines/feed"));
        return (page.Document.QuerySelector("#feed")!.GetAttribute("value")!, page);
    }

    private async Task<(World World, int Round)> OpenedAsync(bool extended = false)
    {
        var world = await World.OfAsync(app);
        var round = await world.OpenAsync();
        if (extended)
        {
            var participant = await world.ParticipantAsync(round, World.Own);
            await app.SaveAsync(db => Task.FromResult(db.Add(new DeadlineExtension(round, world.Committee(World.Materials), participant, DeadlineKind.SelfAssessment, SelfAssessment.AddDays(2), "书记住院", "部长", WebApp.Start.UtcDateTime))));
        }

        return (world, round);
    }
}
