using Microsoft.AspNetCore.Routing.Patterns;
using Xunit;

namespace BranchGrading.Web.Tests.Security;

/// <summary>routes.txt, line by line.</summary>
public sealed class RouteTests(RouteWorld world) : IClassFixture<RouteWorld>
{
    private static readonly string[] WithoutFormKey =
    [
        "POST /plans/export", "POST /session", "POST /session/demo", "POST /session/end", "POST /imports/roster", "POST /imports/past-grades", "POST /imports/{gone}/confirmation",
        "POST /rounds/{open}/results", "POST /rounds/{preparing}/results", "POST /rounds/{open}/publication", "POST /rounds/{open}/finalisation", "POST /rounds/{published}/finalisation",
        "POST /rounds/{open}/forms/summary", "POST /rounds/{open}/forms/summary/{committee}", "POST /rounds/{preparing}/forms/summary", "POST /rounds/{open}/forms/summary/archive",
        "POST /rounds/{open}/forms/investigation/{committee}", "POST /rounds/{open}/forms/investigation/branches/{participant}", "POST /rounds/{open}/forms/investigation/archive",
        "POST /rounds/{open}/forms/rectification", "POST /rounds/{open}/forms/rectification/{committee}", "POST /rounds/{open}/forms/rectification/archive",
        "POST /rounds/{final}/recommendations/export", "POST /bars", "POST /rounds/{open}/charts/export", "POST /comparisons/export",
        "POST /rounds/{final}/consequences/export", "POST /rounds/{open}/opening", "POST /rounds/{unconfirmed}/opening", "POST /audit/verification",
        "POST /organisation-changes/export", "POST /organisation-warnings/export", "POST /floating-members/export", "POST /branches/{branch}/history/export",
        "POST /mails/export", "POST /mail-templates/{template}/preview",
        "POST /rounds/{final}/rectification/export", "POST /rounds/{reported}/hand-ins/export", "POST /rounds/{reported}/archive",
        "POST /rounds/{open}/progress/export",
        "POST /bulletins/{bulletin}/receipts/export",
        "POST /committees/years/{year}/export", "POST /committees/{committee}/years/{year}/export",
        "POST /rounds/{published}/publicity/objections", "POST /rounds/{final}/publicity/objections",
        "POST /reviews/{filling}", "POST /reviews/{filling}/completion", "POST /reviews/{filling}/drafts/items", "POST /reviews/{filling}/drafts/answers", "POST /reviews/{filling}/drafts/opinion",
        "POST /assessments/{filling}/investigation", "POST /assessments/{filling}/items/1", "POST /assessments/{filling}/report", "POST /assessments/{filling}/problems",
        "POST /assessments/{filling}/drafts/items", "POST /assessments/{filling}/drafts/answers", "POST /assessments/{filling}/drafts/texts", "POST /assessments/{filling}/drafts/problems",
    ];

    public static TheoryData<string> Lines => [.. RouteLine.All.Select(line => line.Name)];

    public static TheoryData<string> Gets => [.. RouteLine.All.Where(line => !line.IsPost).Select(line => line.Name)];

    public static TheoryData<string> Posts => [.. RouteLine.All.Where(line => line.IsPost).Select(line => line.Name)];

    [Fact]
    public void Every_route_stands_in_the_table_and_every_line_is_a_route()
    {
        var routes = world.Routes().Where(route => route.Pattern.RawText is not ("/error" or "error") || route.Method == "GET").ToList();
        var met = new HashSet<string>();
        foreach (var line in RouteLine.All)
        {
            var best = routes.Where(route => route.Method == line.Method || route.Method == "").Select(route => (Route: route, Score: Score(route.Pattern, line.Address)))
                .Where(candidate => candidate.Score >= 0).MaxBy(candidate => candidate.Score);
            Assert.True(best.Route.Pattern is not null, $"{line.Name} is no route any more.");
            met.Add($"{best.Route.Method} {best.Route.Pattern.RawText}");
        }

        Assert.Empty(routes.Select(route => $"{route.Method} {route.Pattern.RawText}").Except(met));
    }

    [Fact]
    public void No_line_stands_twice() => Assert.Equal(RouteLine.All.Count, RouteLine.All.DistinctBy(line => line.Name).Count());

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Everybody_gets_what_the_table_says(string name)
    {
        var line = Find(name);
        var got = new List<int>();
        foreach (var actor in RouteLine.Actors)
        {
            var answer = await world.CallAsync(line, world.Own(line.Address), actor);
            // A file that takes its time comes from the page of the work.
            got.Add(answer.Location?.StartsWith("/works/", StringComparison.Ordinal) == true && line.Own[got.Count] == 200 ? 200 : answer.Code);
            if (actor == Actor.Anonymous && answer.Code == 302)
                Assert.Contains("/session/new", answer.Location);
        }

        Assert.Equal(string.Join(' ', line.Own), string.Join(' ', got));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task What_belongs_to_another_unit_does_not_exist(string name)
    {
        var line = Find(name);
        foreach (var (expected, actor) in new[] { (line.ForeignForSecretary, Actor.Secretary), (line.ForeignForOfficer, Actor.Officer) })
        {
            if (expected is { } code)
                Assert.Equal((actor, code), (actor, (await world.CallAsync(line, world.Foreign(line.Address), actor)).Code));
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task What_is_not_there_is_not_found(string name)
    {
        var line = Find(name);
        if (!line.TakesNumber)
            return;
        foreach (var actor in RouteLine.Actors)
            Assert.Equal((actor, actor == Actor.Anonymous ? 302 : 404), (actor, (await world.CallAsync(line, world.Missing(line.Address), actor)).Code));
    }

    [Theory]
    [MemberData(nameof(Gets))]
    public async Task Looking_changes_nothing(string name)
    {
        var line = Find(name);
        foreach (var actor in RouteLine.Actors)
            await world.World.AsAsync(actor);
        var before = await world.App.TablesAsync();
        foreach (var actor in RouteLine.Actors)
            await world.CallAsync(line, world.Own(line.Address), actor);
        Assert.Empty(WebApp.Changed(before, await world.App.TablesAsync()));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Without_its_token_a_form_is_refused_and_nothing_stored(string name)
    {
        var line = Find(name);
        var browser = await world.World.AsAsync(line.Own[0] == 302 ? line.Allowed ?? Actor.Department : Actor.Anonymous);
        await browser.GetPageAsync("/session/new");
        var before = await world.App.TablesAsync();
        var answer = await browser.SendAsync(world.Own(line.Address), [KeyValuePair.Create("__FormKey", Guid.NewGuid().ToString("N"))]);
        Assert.Equal(400, answer.Code);
        Assert.Contains("表", answer.Text);
        Assert.Empty(WebApp.Changed(before, await world.App.TablesAsync()));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task A_token_of_somebody_else_is_refused(string name)
    {
        var line = Find(name);
        if (line.Allowed is not { } allowed || line.Own[0] != 302)
            return;
        var tokens = await (await world.World.AsAsync(allowed == Actor.Secretary ? Actor.OtherSecretary : Actor.Secretary)).TokensAsync();
        var browser = await world.World.AsAsync(allowed); // signing in leaves a trace of its own
        var before = await world.App.TablesAsync();
        Assert.Equal(400, (await browser.SendAsync(world.Own(line.Address), tokens)).Code);
        Assert.Empty(WebApp.Changed(before, await world.App.TablesAsync()));
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Without_its_key_a_form_is_refused_and_nothing_stored(string name)
    {
        var line = Find(name);
        if (WithoutFormKey.Contains(name) || line.Allowed is not { } allowed)
            return;
        var browser = await world.World.AsAsync(allowed);
        var token = (await browser.TokensAsync())[0];
        var before = await world.App.TablesAsync();
        Assert.Equal(400, (await browser.SendAsync(world.Own(line.Address), [token])).Code);
        Assert.Equal(400, (await browser.SendAsync(world.Own(line.Address), [token, KeyValuePair.Create("__FormKey", "no-key")])).Code);
        Assert.Empty(WebApp.Changed(before, await world.App.TablesAsync()));
    }

    [Theory]
    [MemberData(nameof(Gets))]
    public async Task Every_answer_tells_the_browser_to_be_careful(string name)
    {
        var line = Find(name);
        foreach (var actor in new[] { Actor.Anonymous, line.Allowed ?? Actor.Department })
        {
            var headers = (await world.CallAsync(line, world.Own(line.Address), actor)).Response.Headers;
            var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
            if (actor != Actor.Anonymous)
                Assert.True(headers.CacheControl?.NoStore, name);
        }
    }

    private static RouteLine Find(string name) => RouteLine.All.Single(line => line.Name == name);

    /// <summary>How many parts of an address are literally those of a pattern; -1 where it does not fit.</summary>
    private static int Score(RoutePattern pattern, string address)
    {
        var parts = address.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != pattern.PathSegments.Count)
            return -1;
        var score = 0;
        foreach (var (part, segment) in parts.Zip(pattern.PathSegments))
        {
            switch (segment.Parts[0])
            {
                case RoutePatternLiteralPart literal when literal.Content == part:
                    score++;
                    break;
                case RoutePatternParameterPart parameter when part[0] == '{' || parameter.ParameterPolicies.All(policy => policy.Content is not ("int" or "guid")) || int.TryParse(part, out _):
                    break;
                default:
                    return -1;
            }
        }

        return score;
    }
}
