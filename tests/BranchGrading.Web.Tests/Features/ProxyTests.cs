using BranchGrading.Web.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Xunit;

namespace BranchGrading.Web.Tests.Features;

public sealed class ProxyTests
{
    [Theory]
    [InlineData("10.1.2.3", "10.1.2.3", "https 203.0.113.9")]
    [InlineData("10.0.0.0/8, 192.168.0.1", "10.1.2.3", "https 203.0.113.9")]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", "https 203.0.113.9")]
    [InlineData("10.1.2.4", "10.1.2.3", "http 10.1.2.3")]
    [InlineData("", "10.1.2.3", "http 10.1.2.3")]
    public async Task Only_named_proxies_are_believed(string named, string proxy, string seen)
    {
        await using var app = Application(named, proxy);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        Assert.Equal(seen, await client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("127.0.0.1", "http", null, 200)]
    [InlineData("10.1.2.3", "https", null, 200)]
    [InlineData("10.1.2.3", "http", null, 400)]
    [InlineData("127.0.0.1", "http", "https", 400)]
    public async Task In_production_nobody_comes_in_over_plain_http_but_the_server_itself(string visitor, string scheme, string? forwarded, int status)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        await using var app = builder.Build();
        app.Use((context, next) =>
        {
            (context.Connection.RemoteIpAddress, context.Request.Scheme) = (System.Net.IPAddress.Parse(visitor), scheme);
            return next(context);
        });
        app.UseHttpsOnly();
        app.Run(context => context.Response.WriteAsync("进来了"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();
        if (forwarded is not null)
            client.DefaultRequestHeaders.Add("X-Forwarded-Proto", forwarded);
        var answer = await client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 400)
            Assert.Contains("请用 https 打开", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_address_is_refused_at_the_start() =>
        Assert.Contains("BranchGrading:Proxies", Assert.Throws<SettingException>(() => Application("proxy.example", "10.1.2.3")).Message, StringComparison.Ordinal);

    private static WebApplication Application(string named, string proxy)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer().UseSetting("BranchGrading:Proxies", named);
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(proxy);
            return next(context);
        });
        app.UseProxy();
        app.Run(context => context.Response.WriteAsync($"{context.Request.Scheme} {context.Connection.RemoteIpAddress}"));
        return app;
    }
}
