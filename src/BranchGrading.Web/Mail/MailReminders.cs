using BranchGrading.Data;
using BranchGrading.Data.Queries;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Mail;

/// <summary>Looks every ten minutes who is to be reminded; what was written once is not written again.</summary>
public sealed class MailReminders(IServiceScopeFactory scopes, TimeProvider time, ILogger<MailReminders> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Often, time, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var now = scope.ServiceProvider.GetRequiredService<SchoolClock>().UtcNow;
                var db = scope.ServiceProvider.GetRequiredService<GradingDbContext>();
                if (await db.WriteRemindersAsync(now, stoppingToken) > 0)
                    await db.SaveChangesAsync(stoppingToken);
            }
            catch (DbUpdateException taken) when (taken.IsUniqueViolation())
            {
                // Another node wrote the same meanwhile; what is still missing is written next time.
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the reminders for good.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Reminders could not be written");
            }
        }
    }
}
