using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace BranchGrading.Web.Tests.Exports;

/// <summary>The application over a fresh demo database, entered by its demo accounts.</summary>
public sealed partial class DemoApp : WebApplicationFactory<Program>
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("branchgrading-").FullName;

    /// <summary>A browser of a demo account.</summary>
    public async Task<Visitor> EnterAsync(string userName)
    {
        var visitor = new Visitor(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = true }));
        await visitor.GetAsync("/session/new");
        await visitor.PostAsync("/session/demo", ("userName", userName));
        await visitor.GetAsync("/password");
        return visitor;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("BranchGrading:DataFolder", Folder);
        builder.UseSetting("BranchGrading:PasswordIterations", "1000");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !Directory.Exists(Folder))
            return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Fetches pages and posts forms with the token of the last page read.</summary>
    public sealed partial class Visitor(HttpClient client)
    {
        private string _token = "";

        public async Task<HttpResponseMessage> GetAsync(string address)
        {
            var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (Token().Match(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) is { Success: true } found)
                _token = found.Groups[1].Value;
            return response;
        }

        public async Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", _token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
            return await client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        }

        [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
        private static partial Regex Token();
    }
}
