using BranchGrading.Data;
using BranchGrading.Data.Auditing;

namespace BranchGrading.Web.Setup;

/// <summary>What can be run from the command line instead of serving.</summary>
public static class Commands
{
    /// <summary><c>verify-audit</c> walks the audit's chain: exit code 0 when it is whole, 1 when not. Null means: serve.</summary>
    public static async Task<int?> RunCommandAsync(this WebApplication app, string[] args)
    {
        if (args is not ["verify-audit", ..])
            return null;
        await using var scope = app.Services.CreateAsyncScope();
        var broken = await AuditTrail.FirstBrokenAsync(scope.ServiceProvider.GetRequiredService<GradingDbContext>(), CancellationToken.None);
        Console.WriteLine(broken is { } row ? $"The chain is broken at row {row}." : "The chain is whole.");
        return broken is null ? 0 : 1;
    }
}
