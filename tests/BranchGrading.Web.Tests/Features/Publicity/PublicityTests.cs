using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Publicity;

/// <summary>公示: the notice, the list, the page for everybody, and the way to final.</summary>
public sealed class PublicityTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;
    private HttpClient _department = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await World.OfAsync(app);
        _department = await _world.AsAsync(Actor.Department);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Telephone_and_place_come_from_the_settings_and_can_be_changed_while_it_runs()
    {
        await app.SaveAsync(async db => (await db.Settings.SingleAsync()).ContactPhone = "8800 1234");
        var roundId = await _world.GradeAsync();
        var page = $"/rounds/{roundId}/publication";
        Assert.Contains("8800 1234", (await _department.GetPageAsync(page)).Html);
        await _department.WorkAsync(await _department.PostFormAsync(page, page, ("MeetingDate", "2012-03-20"), ("DocumentNumber", "12 号"), ("Place", "行政楼 305")));
        var notice = await _department.GetPageAsync($"/rounds/{roundId}/publicity/notice");
        Assert.Contains("电话 8800 1234；地点 行政楼 305", notice.Text);

        var edit = $"/rounds/{roundId}/publicity/edit";
        var stale = await _department.FillInAsync(edit, $"/rounds/{roundId}/publicity", ("Place", "图书馆 101"));
        Assert.Equal(302, (await _department.PostFormAsync(edit, $"/rounds/{roundId}/publicity", ("Telephone", "8800 5678"))).Code);
        Assert.Contains("8800 5678", (await _department.GetPageAsync($"/rounds/{roundId}/publicity/notice")).Text);
        var answer = await _department.SendAsync($"/rounds/{roundId}/publicity", stale);
        Assert.Equal(409, answer.Code);
        Assert.Contains("图书馆 101", answer.Text);
        Assert.Equal(1, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.PublicityEdited))));
    }

    [Fact]
    public async Task Nothing_of_a_publicity_changes_once_somebody_has_made_it_final()
    {
        var roundId = await _world.PublishAsync(2012, new RoundRules { PublicityDays = 0 });
        await app.InDbAsync(async db =>
        {
            // Read while it ran, as a page that is open while a colleague makes the grades final.
            await db.Rounds.Include(round => round.Publication).SingleAsync();
            await app.InDbAsync(other => other.MakeFinalAsync(roundId));
            await Assert.ThrowsAsync<RuleViolationException>(() => db.ShowToPublicAsync(roundId, true, CancellationToken.None));
            await Assert.ThrowsAsync<RuleViolationException>(() => db.ReceiveObjectionsAtAsync(roundId, _ => true, "8800", "行政楼", CancellationToken.None));
            return true;
        });
        var kept = await app.InDbAsync(db => db.Publications.AsNoTracking().SingleAsync());
        Assert.Equal((false, null), (kept.IsPublic, kept.Telephone));
    }

    [Fact]
    public async Task The_notice_holds_names_and_grades_and_nothing_else_of_a_branch()
    {
        var roundId = await _world.PublishAsync(2012, null, (World.Own, 96.37m), (World.Foreign, 71.23m));
        var notice = await _department.GetPageAsync($"/rounds/{roundId}/publicity/notice");
        Assert.Contains("关于 2012 年度基层党支部分类定级结果的公示", notice.Text);
        Assert.Contains("2012年3月20日至3月27日（自公示次日起 5 个工作日）", notice.Text);
        Assert.Equal(10, notice.Document.QuerySelectorAll(".official-name").Length);
        Assert.Contains("C 一般", notice.Text);
        Assert.All(new[] { "96.37", "71.23", "材料书记", "计算机书记", "93.33" }, secret => Assert.DoesNotContain(secret, notice.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_sees_results_reads_names_and_grades_once_they_are_published()
    {
        var roundId = await _world.GradeAsync(2012, null, (World.Own, 96.37m), (World.Foreign, 71.23m));
        var actors = new[] { Actor.Secretary, Actor.Officer, Actor.Inspector };
        foreach (var actor in actors)
            Assert.Equal(404, (await (await _world.AsAsync(actor)).GetPageAsync($"/rounds/{roundId}/publicity")).Code);
        await _department.WorkAsync(await _department.PublishAsync(roundId));
        foreach (var actor in actors)
        {
            var browser = await _world.AsAsync(actor);
            var page = await browser.GetPageAsync($"/rounds/{roundId}/publicity");
            Assert.Contains(World.Foreign, page.Text);
            Assert.DoesNotContain("71.23", page.Html, StringComparison.Ordinal);
            Assert.Contains("提出异议", page.Text);
            Assert.NotNull((await browser.GetPageAsync("/results")).Document.QuerySelector($".app-nav a[href='/rounds/{roundId}/publicity']"));
        }
    }

    [Fact]
    public async Task The_public_page_is_off_until_switched_on_and_tells_names_and_grades_while_the_publicity_runs()
    {
        var stranger = app.NewBrowser();
        Assert.Equal(404, (await stranger.GetPageAsync("/publicity")).Code);
        var roundId = await _world.PublishAsync(2012, null, (World.Own, 96.37m), (World.Foreign, 71.23m));
        Assert.Equal(404, (await stranger.GetPageAsync("/publicity")).Code);
        Assert.Equal(302, (await _department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/publicity/page")).Code);

        var page = await stranger.GetPageAsync("/publicity");
        Assert.Equal(200, page.Code);
        Assert.Equal("noindex, nofollow", Assert.Single(page.Response.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("noindex, nofollow", page.Document.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        Assert.Empty(page.Response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []);
        Assert.Equal(10, page.Document.QuerySelectorAll(".named-grades li").Length);
        Assert.All(new[] { "96.37", "71.23", "材料书记", "计算机书记", "部长", "名额" }, secret => Assert.DoesNotContain(secret, page.Html, StringComparison.Ordinal));

        app.Clock.Advance(new DateTimeOffset(2012, 3, 27, 15, 59, 59, 999, TimeSpan.Zero) - app.Clock.GetUtcNow());
        Assert.Equal(200, (await stranger.GetPageAsync("/publicity")).Code);
        app.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(404, (await stranger.GetPageAsync("/publicity")).Code);
        await app.InDbAsync(db => db.MakeFinalAsync(roundId));
        Assert.Equal(404, (await stranger.GetPageAsync("/publicity")).Code);
    }

    [Fact]
    public async Task The_public_page_can_be_switched_off_again_and_both_are_audited()
    {
        var roundId = await _world.PublishAsync();
        var (page, address) = ($"/rounds/{roundId}/publication", $"/rounds/{roundId}/publicity/page");
        var filled = await _department.FillInAsync(page, address);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _department.SendAsync(address, filled)));
        Assert.Equal(200, (await app.NewBrowser().GetPageAsync("/publicity")).Code);
        Assert.Equal(302, (await _department.PostFormAsync(page, address)).Code);
        Assert.Equal(404, (await app.NewBrowser().GetPageAsync("/publicity")).Code);
        Assert.Equal(2, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.PublicPageSwitched))));
    }

    [Fact]
    public async Task Without_publicity_there_is_no_notice_and_nobody_objects_on_line()
    {
        var roundId = await _world.PublishAsync(2012, new RoundRules { PublicityDays = 0 });
        var secretary = await _world.AsAsync(Actor.Secretary);
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{roundId}/publicity/notice")).Code);
        Assert.Equal(404, (await secretary.GetPageAsync($"/rounds/{roundId}/publicity/objections/new")).Code);
        var page = await _department.GetPageAsync($"/rounds/{roundId}/publication");
        Assert.NotNull(page.Document.QuerySelector("form[action$=finalisation]"));
        Assert.Contains("已定级", (await _department.WorkAsync(await _department.PostFormAsync($"/rounds/{roundId}/publication", $"/rounds/{roundId}/finalisation"))).Html);
    }

    [Fact]
    public async Task Notice_and_meeting_papers_keep_what_was_published_and_tell_corrections_apart()
    {
        var roundId = await _world.PublishAsync(2012, null, (World.Own, 96), (World.Foreign, 71));
        var address = $"/rounds/{roundId}/publicity/notice";
        Assert.NotNull((await _department.GetPageAsync(address)).Document.QuerySelector($"a[href='/rounds/{roundId}/publicity/edit']"));
        await app.InDbAsync(db => db.MakeFinalAsync(roundId));
        await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Foreign), Grade.D);
        var notice = await _department.GetPageAsync(address);
        Assert.Contains("C 一般", notice.Document.QuerySelectorAll(".official-table tr").Single(row => row.TextContent.Contains(World.Foreign, StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Null(notice.Document.QuerySelector($"a[href='/rounds/{roundId}/publicity/edit']"));

        var papers = await _department.GetPageAsync($"/rounds/{roundId}/meeting-papers");
        var row = papers.Document.QuerySelectorAll(".papers-units tr").Single(row => row.TextContent.Contains(World.Foreign, StringComparison.Ordinal));
        Assert.Equal("C", row.QuerySelector("[data-label=等级]")!.TextContent);
        Assert.DoesNotContain("更正", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"{World.Foreign}（{World.Computing}）：由 C 级更正为 D 级（校党字〔2012〕30 号", papers.Text);
    }

    [Fact]
    public async Task The_circular_is_there_once_the_grades_are_final_and_notes_corrections()
    {
        var roundId = await _world.PublishAsync(2012, new RoundRules { PublicityDays = 0 }, (World.Own, 96), (World.Foreign, 71));
        Assert.Equal(404, (await _department.GetPageAsync($"/rounds/{roundId}/circular")).Code);
        await app.InDbAsync(db => db.MakeFinalAsync(roundId));
        var page = await _department.GetPageAsync($"/rounds/{roundId}/circular");
        Assert.Contains("A 级（先进）1 个，占 10.00%", page.Text);
        Assert.Contains("C 级（一般）党支部（1 个）", page.Text);
        await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Foreign), Grade.D);
        page = await _department.GetPageAsync($"/rounds/{roundId}/circular");
        Assert.Contains("D 级（后进）1 个", page.Text);
        Assert.Contains($"{World.Foreign}：由 C 级更正为 D 级（校党字〔2012〕30 号", page.Text);
        await _department.CorrectAsync(roundId, await _world.ParticipantAsync(roundId, World.Foreign), Grade.B);
        page = await _department.GetPageAsync($"/rounds/{roundId}/circular");
        Assert.Contains($"{World.Foreign}：由 C 级更正为 D 级（校党字〔2012〕30 号，2012年3月20日），再更正为 B 级（", page.Text);
        Assert.Single(page.Document.QuerySelectorAll(".official li"));
        Assert.Contains("材料机关支部；材料本科生支部", page.Text);
    }
}
