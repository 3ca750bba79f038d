using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Identity;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Identity;

namespace BranchGrading.Web.Setup;

/// <summary>What can be run from the command line instead of serving.</summary>
public static class Commands
{
    /// <summary>
    /// <c>verify-audit</c> walks the audit's chain: exit code 0 when it is whole, 1 when not.
    /// <c>issue-password NAME</c> prints a new one-time password, for the administrator whose own was lost. Null means: serve.
    /// </summary>
    public static async Task<int?> RunCommandAsync(this WebApplication app, string[] args)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return args switch
        {
            ["verify-audit", ..] => await VerifyAuditAsync(scope.ServiceProvider),
            ["issue-password", var name, ..] => await IssuePasswordAsync(scope.ServiceProvider, name),
            [var unknown, ..] when !unknown.StartsWith('-') => throw new SettingException($"There is no command {unknown}; there are verify-audit and issue-password NAME."),
            _ => null,
        };
    }

    private static async Task<int> VerifyAuditAsync(IServiceProvider services)
    {
        var broken = await AuditTrail.FirstBrokenAsync(services.GetRequiredService<GradingDbContext>(), CancellationToken.None);
        Console.WriteLine(broken is { } row ? $"The chain is broken at row {row}." : "The chain is whole.");
        return broken is null ? 0 : 1;
    }

    private static async Task<int> IssuePasswordAsync(IServiceProvider services, string name)
    {
        var db = services.GetRequiredService<GradingDbContext>();
        var hasher = services.GetRequiredService<IPasswordHasher<Account>>();
        if (await services.GetRequiredService<UserManager<Account>>().FindByNameAsync(name) is not { } account)
        {
            Console.WriteLine($"There is no account {name}.");
            return 1;
        }

        var password = OneTimePassword.New();
        account.GiveOneTimePassword(hasher.HashPassword(account, password), services.GetRequiredService<SchoolClock>().UtcNow.AddHours(24));
        db.Audit.Describe(AuditEvent.OneTimePasswordIssued, name, "命令行");
        await db.SaveChangesAsync();
        Console.WriteLine($"One-time password for {name}: {password} (valid for 24 hours).");
        return 0;
    }
}
