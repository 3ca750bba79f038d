using System.Collections.Concurrent;
using System.Threading.Channels;
using BranchGrading.Data.Auditing;
using BranchGrading.Domain;

namespace BranchGrading.Web.Works;

/// <summary>Carries out long work outside the request that asked for it, as the account that asked: two at a time, so that a short one need not wait for a long one.</summary>
public sealed class WorkRunner(IServiceScopeFactory scopes, WorkFolder folder, SchoolClock clock, ILogger<WorkRunner> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan TidiedEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private readonly ConcurrentDictionary<Guid, Work> _works = new();
    private readonly Channel<(Work Work, Func<IServiceProvider, Work, CancellationToken, Task<WorkResult>> Run, Action<AuditScope> ActAs)> _channel =
        Channel.CreateUnbounded<(Work, Func<IServiceProvider, Work, CancellationToken, Task<WorkResult>>, Action<AuditScope>)>();

    /// <summary>Queues work and waits a moment for it, so that what is quickly done needs no progress page.</summary>
    public async Task<Work> StartAsync(AuditScope actor, string title, Func<IServiceProvider, Work, CancellationToken, Task<WorkResult>> run)
    {
        Forget();
        var (accountId, name, address) = (actor.AccountId!.Value, actor.Actor, actor.Address);
        var work = new Work(accountId, title, clock.UtcNow);
        _works[work.Id] = work;
        await _channel.Writer.WriteAsync((work, run, scope => scope.ActAs(accountId, name, address)));
        await Task.WhenAny(work.Finished, Task.Delay(Patience));
        return work;
    }

    /// <summary>The work of an account; nobody else's exists for it.</summary>
    public Work? Find(Guid id, int accountId)
    {
        Forget();
        return _works.TryGetValue(id, out var work) && work.AccountId == accountId ? work : null;
    }

    /// <summary>What an account started within the last hour, the latest first.</summary>
    public IReadOnlyList<Work> Of(int accountId) =>
        _works.Values.Where(work => work.AccountId == accountId && clock.UtcNow - work.StartedAt <= Kept).OrderByDescending(work => work.StartedAt).ToList();

    /// <summary>What is over an hour old goes, and with it the one-time passwords it showed and the file it made.</summary>
    private void Forget()
    {
        foreach (var old in _works.Values.Where(old => old.IsFinished && clock.UtcNow - old.StartedAt > Kept))
        {
            if (_works.TryRemove(old.Id, out var gone))
                gone.Result?.File?.Forget();
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(RunAllAsync(stoppingToken), RunAllAsync(stoppingToken), TidyAsync(stoppingToken));

    /// <summary>Also where nobody starts or looks at any work, nothing stays for long.</summary>
    private async Task TidyAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TidiedEvery);
        do
        {
            Forget();
            try
            {
                // The work of a file may still run; none runs for as long as works are kept.
                folder.Tidy(clock.UtcNow - Kept - Kept);
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
                // A folder that cannot be read now must not stop the application.
                log.LogWarning(held, "Left-over results of long work could not be tidied away");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task RunAllAsync(CancellationToken stoppingToken)
    {
        await foreach (var (work, run, actAs) in _channel.Reader.ReadAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            actAs(scope.ServiceProvider.GetRequiredService<AuditScope>());
            try
            {
                work.Finish(await run(scope.ServiceProvider, work, stoppingToken));
            }
            catch (RuleViolationException refused)
            {
                work.Fail(refused.Message);
            }
#pragma warning disable CA1031 // Whatever goes wrong with one work, the next one must still run.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError(failure, "Work {Work} failed", work.Id);
                work.Fail($"这一步没有办成，是系统的问题；没有办完的部分没有保存。编号 {work.Id:N}。");
            }
        }
    }
}
