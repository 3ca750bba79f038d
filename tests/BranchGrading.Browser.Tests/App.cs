using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BranchGrading.Browser.Tests;

/// <summary>The real application on a port of its own, over a fresh SQLite file: the demo school or an empty installation.</summary>
internal sealed class App : WebApplicationFactory<Program>
{
    public const string Password = "browser-2026";

    private readonly string _folder = Directory.CreateTempSubdirectory("branch-grading-").FullName;
    private readonly bool _isDemo;

    private readonly TimeProvider? _clock;

    private App(bool isDemo, TimeProvider? clock = null)
    {
        (_isDemo, _clock) = (isDemo, clock);
        UseKestrel(0);
    }

    public string Address => ClientOptions.BaseAddress.ToString();

    public static App Demo() => Started(new App(isDemo: true));

    /// <summary>Nothing but the roles and the example standards, and an account of the department.</summary>
    public static async Task<App> EmptyAsync(TimeProvider? clock = null)
    {
        var app = Started(new App(isDemo: false, clock));
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
        var account = new Account("zuzhibu", new Domain.Organisation.Person("陈立群", "zuzhibu", null, null));
        account.ChoosePassword(scope.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(account, Password));
        account.Grant(await db.Roles.Where(role => role.Name == Roles.OrganizationDepartment).Select(role => role.Id).SingleAsync());
        db.Add(account);
        db.Audit.Describe(AuditEvent.AccountCreated, "zuzhibu");
        await db.SaveChangesAsync();
        return app;
    }

    private static App Started(App app)
    {
        app.StartServer();
        return app;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("BranchGrading:Demo", _isDemo ? "true" : "false")
        .UseSetting("BranchGrading:DataFolder", _folder)
        .UseSetting("BranchGrading:PasswordIterations", "1")
        .ConfigureServices(services =>
        {
            if (_clock is not null)
                services.AddSingleton(_clock);
        });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
