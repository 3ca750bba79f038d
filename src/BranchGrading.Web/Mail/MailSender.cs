namespace BranchGrading.Web.Mail;

/// <summary>Sends what is due, from the moment the application runs; nobody waits for it, and nothing that goes wrong here stops the application.</summary>
public sealed class MailSender(IServiceScopeFactory scopes, TimeProvider time, MailOptions options, ILogger<MailSender> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(15);

    /// <summary>After a server did not answer, it is left alone a little longer each time.</summary>
    private static readonly TimeSpan[] Rests = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.HasServer && !options.HasFolder)
            return;
        for (var failures = 0; ;)
        {
            await Task.Delay(failures == 0 ? Often : Rests[Math.Min(failures, Rests.Length) - 1], time, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                failures = await scope.ServiceProvider.GetRequiredService<MailRun>().SendDueAsync(stoppingToken) is null ? 0 : failures + 1;
            }
#pragma warning disable CA1031 // A database that is away for a moment must not end the sending for good.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Mails could not be sent");
                failures++;
            }
        }
    }
}
