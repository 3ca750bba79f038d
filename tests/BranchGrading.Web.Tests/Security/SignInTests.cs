using System.Net;
using BranchGrading.Data.Auditing;
using BranchGrading.Web.Tests.Features;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace BranchGrading.Web.Tests.Security;

public sealed class SignInTests(WebApp app) : IClassFixture<WebApp>, IAsyncLifetime
{
    private World _world = null!;

    public async ValueTask InitializeAsync() => _world = await World.OfAsync(app);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(Actor.Secretary, "材料书记")]
    [InlineData(Actor.Officer, "组织员1")]
    [InlineData(Actor.Department, "部长")]
    [InlineData(Actor.Inspector, "督查员")]
    [InlineData(Actor.Administrator, "管理员")]
    [InlineData(Actor.Auditor, "审计员")]
    [InlineData(Actor.DirectSecretary, "图书馆书记")]
    public async Task Every_role_signs_in_and_gets_a_page_of_its_own(Actor actor, string name)
    {
        var home = await (await _world.AsAsync(actor)).GetPageAsync("/");
        Assert.Equal(200, home.Code);
        Assert.Contains(name, home.Html);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_answer()
    {
        var browser = app.NewBrowser();
        var wrong = await browser.PostFormAsync("/session/new", "/session", ("UserName", "department"), ("Password", "wrong-password-1"));
        var unknown = await browser.PostFormAsync("/session/new", "/session", ("UserName", "nobody"), ("Password", "wrong-password-1"));
        Assert.Equal((400, 400), (wrong.Code, unknown.Code));
        Assert.Contains("账号或密码不对。", wrong.Text);
        Assert.Equal(wrong.Text, unknown.Text);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_even_the_right_one_is_refused()
    {
        var browser = app.NewBrowser();
        for (var i = 0; i < 10; i++)
            await browser.PostFormAsync("/session/new", "/session", ("UserName", "department"), ("Password", "wrong-password-1"));
        var locked = await browser.PostFormAsync("/session/new", "/session", ("UserName", "department"), ("Password", World.Password));
        Assert.Equal(400, locked.Code);
        Assert.Contains("连续输错 10 次要等 15 分钟", locked.Text);
        app.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(302, (await browser.PostFormAsync("/session/new", "/session", ("UserName", "department"), ("Password", World.Password))).Code);
        Assert.Equal(200, (await (await _world.AsAsync(Actor.SecondDepartment)).GetPageAsync("/")).Code);
    }

    [Fact]
    public async Task Many_wrong_passwords_at_once_are_each_counted_and_told_to_the_audit()
    {
        var before = await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.SignInFailed)));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
            await app.NewBrowser().PostFormAsync("/session/new", "/session", ("UserName", "officer"), ("Password", "wrong-password-1"))));
        Assert.All(answers, answer => Assert.Equal(400, answer.Code));
        Assert.Equal(before + 12, await app.InDbAsync(db => db.AuditEntries.CountAsync(entry => entry.Event == nameof(AuditEvent.SignInFailed))));
        Assert.Equal(400, (await app.NewBrowser().PostFormAsync("/session/new", "/session", ("UserName", "officer"), ("Password", World.Password))).Code);
    }

    [Fact]
    public async Task A_new_one_time_password_ends_a_lockout()
    {
        var browser = app.NewBrowser();
        for (var i = 0; i < 10; i++)
            await browser.PostFormAsync("/session/new", "/session", ("UserName", "secretary"), ("Password", "wrong-password-1"));
        var password = await IssueAsync(Actor.Officer, Actor.Secretary);
        var answer = await browser.PostFormAsync("/session/new", "/session", ("UserName", "secretary"), ("Password", password));
        Assert.Equal((302, "/"), (answer.Code, answer.Location));
    }

    [Fact]
    public async Task A_disabled_account_is_out_within_a_minute_and_stays_out()
    {
        var secretary = await _world.AsAsync(Actor.Secretary);
        var page = $"/accounts/{_world.Account(Actor.Secretary)}";
        var done = await (await _world.AsAsync(Actor.Administrator)).PostFormAsync(page, $"{page}/suspension");
        Assert.Equal((302, page), (done.Code, done.Location));

        app.Clock.Advance(TimeSpan.FromSeconds(61));
        var answer = await secretary.GetPageAsync("/");
        Assert.Equal(302, answer.Code);
        Assert.Contains("/session/new", answer.Location);
        var again = await secretary.PostFormAsync("/session/new", "/session", ("UserName", "secretary"), ("Password", World.Password));
        Assert.Equal(400, again.Code);
        Assert.Contains("账号或密码不对。", again.Text);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_within_a_minute()
    {
        var inspector = await _world.AsAsync(Actor.Inspector);
        var roundId = await _world.OpenAsync();
        Assert.Equal(200, (await inspector.GetPageAsync($"/rounds/{roundId}/grades")).Code);
        var id = _world.Account(Actor.Inspector);
        var done = await (await _world.AsAsync(Actor.Administrator)).PostFormAsync($"/accounts/{id}/edit", $"/accounts/{id}", ("Roles", new[] { "BranchSecretary" }));
        Assert.Equal(302, done.Code);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotEqual(200, (await inspector.GetPageAsync($"/rounds/{roundId}/grades")).Code);
    }

    [Fact]
    public async Task An_idle_session_ends_after_half_an_hour_and_any_after_twelve()
    {
        var idle = await _world.AsAsync(Actor.Secretary);
        var busy = await _world.AsAsync(Actor.Officer);
        for (var minutes = 0; minutes < 12 * 60; minutes += 20)
        {
            Assert.Equal(200, (await busy.GetPageAsync("/")).Code);
            if (minutes == 40)
                Assert.Equal(302, (await idle.GetPageAsync("/")).Code);
            app.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(302, (await busy.GetPageAsync("/")).Code);
    }

    [Fact]
    public async Task A_one_time_password_opens_nothing_but_the_change_of_the_password()
    {
        var password = await IssueAsync(Actor.Officer, Actor.Secretary);
        var browser = await _world.SignInAsync("secretary", password);
        foreach (var page in new[] { "/", "/results", "/committees" })
            Assert.Equal((302, "/password"), await AddressAsync(browser, page));

        var changed = await browser.PostFormAsync("/password", "/password", ("Current", password), ("Chosen", "my-own-password-3"), ("Repeated", "my-own-password-3"));
        Assert.Equal((302, "/"), (changed.Code, changed.Location));
        Assert.Equal(200, (await browser.GetPageAsync("/")).Code);
        Assert.Equal(200, (await (await _world.SignInAsync("secretary", "my-own-password-3")).GetPageAsync("/")).Code);
        var old = await app.NewBrowser().PostFormAsync("/session/new", "/session", ("UserName", "secretary"), ("Password", password));
        Assert.Equal(400, old.Code);
    }

    [Fact]
    public async Task A_one_time_password_is_refused_after_two_weeks()
    {
        var password = await IssueAsync(Actor.Officer, Actor.Secretary);
        app.Clock.Advance(TimeSpan.FromDays(14) + TimeSpan.FromSeconds(1));
        var answer = await app.NewBrowser().PostFormAsync("/session/new", "/session", ("UserName", "secretary"), ("Password", password));
        Assert.Equal(400, answer.Code);
        Assert.Contains("一次性密码已经过期", answer.Text);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions()
    {
        var here = await _world.AsAsync(Actor.Secretary);
        var elsewhere = await _world.SignInAsync("secretary");
        var changed = await here.PostFormAsync("/password", "/password", ("Current", World.Password), ("Chosen", "my-own-password-3"), ("Repeated", "my-own-password-3"));
        Assert.Equal(302, changed.Code);
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(200, (await here.GetPageAsync("/")).Code);
        Assert.Equal(302, (await elsewhere.GetPageAsync("/")).Code);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_is_worth_nothing_after_signing_out()
    {
        var browser = app.NewBrowser();
        var entered = await browser.PostFormAsync("/session/new", "/session", ("UserName", "inspector"), ("Password", World.Password));
        var cookie = entered.Response.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("branchgrading=", StringComparison.Ordinal)).Split(';')[0];
        async Task<HttpStatusCode> WithTheCopyAsync()
        {
            using var elsewhere = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
            elsewhere.DefaultRequestHeaders.Add("Cookie", cookie);
            return (await elsewhere.GetAsync(new Uri("/rounds", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await WithTheCopyAsync());
        await browser.PostFormAsync("/", "/session/end");
        Assert.Equal(HttpStatusCode.Redirect, await WithTheCopyAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var browser = await _world.SignInAsync("officer");
        Assert.Equal((302, "/session/new"), await browser.PostFormAsync("/", "/session/end") is var answer ? (answer.Code, answer.Location) : default);
        Assert.Equal(302, (await browser.GetPageAsync("/")).Code);
    }

    [Theory]
    [InlineData("/rounds", "/rounds")]
    [InlineData("https://elsewhere.example/", "/")]
    [InlineData("//elsewhere.example/", "/")]
    [InlineData("/\\elsewhere.example", "/")]
    public async Task Signing_in_leads_on_within_this_site_only(string wanted, string led)
    {
        var answer = await app.NewBrowser().PostFormAsync($"/session/new?returnUrl={Uri.EscapeDataString(wanted)}", "/session", ("UserName", "department"), ("Password", World.Password));
        Assert.Equal((302, led), (answer.Code, answer.Location));
    }

    [Fact]
    public async Task Sign_ins_and_refusals_are_audited_without_any_password()
    {
        await app.NewBrowser().PostFormAsync("/session/new", "/session", ("UserName", "department"), ("Password", "wrong-password-1"));
        await _world.AsAsync(Actor.Department);
        var entries = await app.InDbAsync(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());
        Assert.Contains(entries, entry => entry.Event == nameof(AuditEvent.SignInFailed) && entry.Subject == "department");
        Assert.Contains(entries, entry => entry.Event == nameof(AuditEvent.SignedIn) && entry.Actor == "部长");
        Assert.DoesNotContain(entries, entry => $"{entry.Subject}{entry.Reason}{entry.Changes}".Contains("password-1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_cookie_of_a_session_is_new_at_every_sign_in_and_out_of_reach_for_scripts()
    {
        var cookies = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            var answer = await app.NewBrowser().PostFormAsync("/session/new", "/session", ("UserName", "department"), ("Password", World.Password));
            cookies.Add(Assert.Single(answer.Response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("branchgrading=", StringComparison.Ordinal)));
        }

        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        });
        Assert.NotEqual(cookies[0].Split(';')[0], cookies[1].Split(';')[0]);
    }

    [Fact]
    public async Task There_are_no_demo_accounts_outside_a_demo_database()
    {
        Assert.DoesNotContain("演示", (await app.NewBrowser().GetPageAsync("/session/new")).Html);
        var browser = app.NewBrowser();
        var fields = await browser.TokensAsync("/session/new");
        fields.Add(KeyValuePair.Create("userName", "19880901"));
        Assert.Equal(404, (await browser.SendAsync("/session/demo", fields)).Code);
    }

    private static async Task<(int, string?)> AddressAsync(HttpClient browser, string page) => await browser.GetPageAsync(page) is var answer ? (answer.Code, answer.Location) : default;

    /// <summary>The password shown once on the slip.</summary>
    private async Task<string> IssueAsync(Actor by, Actor to)
    {
        var browser = await _world.AsAsync(by);
        var id = _world.Account(to);
        var answer = await browser.PostFormAsync($"/accounts/{id}/one-time-password", $"/accounts/{id}/one-time-password");
        var page = await browser.WorkAsync(answer);
        return System.Text.RegularExpressions.Regex.Match(page.Text, "[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}").Value is { Length: 14 } password
            ? password
            : throw new InvalidOperationException($"No password on the page: {page.Text}");
    }
}
