using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Seed;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BranchGrading.Web.Tests.Features;

/// <summary>The real application over the demo school in a fresh SQLite file.</summary>
public sealed class DemoApp : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("branch-grading-").FullName;

    /// <summary>An account of the demo school that holds the role and, where it matters, belongs to the unit.</summary>
    public Task<Visitor> SignInAsync(string role, string unit = "") =>
        SignInAsAsync(DemoSchool.Accounts.First(account => account.Role == role && account.Unit.Contains(unit, StringComparison.Ordinal)).UserName, DemoSchool.Password);

    public async Task<Visitor> SignInAsAsync(string userName, string password)
    {
        var visitor = new Visitor(CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }));
        await visitor.OpenAsync("/session/new");
        await visitor.SubmitAsync("/session", new() { ["UserName"] = userName, ["Password"] = password });
        return visitor;
    }

    public async Task<T> ReadAsync<T>(Func<GradingDbContext, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<GradingDbContext>());
    }

    public Task<AuditEntry> LastAuditAsync(AuditEvent happening)
    {
        var name = happening.ToString();
        return ReadAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.Event == name).OrderByDescending(entry => entry.Sequence).FirstAsync());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("BranchGrading:Demo", "true")
        .UseSetting("BranchGrading:DataFolder", _folder)
        .UseSetting("BranchGrading:PasswordIterations", "1");

    protected override IHost CreateHost(IHostBuilder builder)
    {
        WebApp.OneStartsAtATime.Wait();
        try
        {
            return base.CreateHost(builder);
        }
        finally
        {
            WebApp.OneStartsAtATime.Release();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
