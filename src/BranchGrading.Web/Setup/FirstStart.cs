using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Data.Seed;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Setup;

/// <summary>What an empty database gets: the roles, the example standards, and either the demo school or the first administrator.</summary>
public static class FirstStart
{
    public static async Task RunAsync(WebApplication app, IServiceProvider services)
    {
        var db = services.GetRequiredService<GradingDbContext>();
        var clock = services.GetRequiredService<SchoolClock>();
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        var wantsDemo = app.Configuration.GetValue<bool?>("BranchGrading:Demo") ?? app.Environment.IsDevelopment();
        var settings = await db.Settings.AsNoTracking().SingleOrDefaultAsync();
        if (settings is { IsDemo: true } && !app.Environment.IsDevelopment())
            throw new SettingException("BranchGrading:Database: this is a demo database; it is refused outside Development.");
        if (settings is not null)
            return;
        if (wantsDemo && !app.Environment.IsDevelopment())
            throw new SettingException("BranchGrading:Demo is only possible in Development.");

        // All or nothing: a start that was cut off begins anew.
        var password = OneTimePassword.New();
        await db.InTransactionAsync(async () =>
        {
            db.AddRange(Roles.Names.Keys.Select(name => new Role(name)));
            db.Add(new SchoolSettings { IsDemo = wantsDemo, SchoolName = wantsDemo ? DemoSchool.Name : "", ContactPhone = wantsDemo ? DemoSchool.Phone : null, DepartmentMail = wantsDemo ? DemoSchool.Mail : null });
            db.AddRange(Domain.Standards.ExampleStandards.Students(), Domain.Standards.ExampleStandards.Staff());
            db.Audit.Describe(AuditEvent.DatabaseSeeded, wantsDemo ? "演示数据库" : "空数据库");
            await db.SaveChangesAsync();
            if (wantsDemo)
                await DemoSchool.SeedAsync(db, hasher, clock.UtcNow, clock.Today);
            else
                await AddAdministratorAsync(db, hasher, password, clock.UtcNow);
            return true;
        }, CancellationToken.None);
        if (wantsDemo)
        {
            await DemoHandIns.AddAsync(services);
            return;
        }

        // To standard output, never through the logger.
        Console.WriteLine($"First start: sign in as admin with the one-time password {password} (valid for 24 hours).");
    }

    private static async Task AddAdministratorAsync(GradingDbContext db, IPasswordHasher<Account> hasher, string password, DateTime now)
    {
        var administrator = new Account("admin", new Person("系统管理员", "admin", null, null));
        administrator.GiveOneTimePassword(hasher.HashPassword(administrator, password), now.AddHours(24));
        administrator.Grant(await db.Roles.Where(role => role.Name == Roles.SystemAdministrator).Select(role => role.Id).SingleAsync());
        db.Add(administrator);
        db.Audit.Describe(AuditEvent.AccountCreated, "admin");
        await db.SaveChangesAsync();
    }
}
