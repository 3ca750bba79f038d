using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BranchGrading.Web.Tests.Features.Reviews;

/// <summary>Counts what the program asks of its database while it listens.</summary>
internal sealed class CommandListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string? _database;
    private readonly Action _asked;
    private readonly List<IDisposable> _subscriptions = [];

    /// <param name="database">The connection string of the one to listen to: other tests ask theirs at the same time.</param>
    /// <param name="asked">Called at every question.</param>
    public CommandListener(string? database, Action asked)
    {
        (_database, _asked) = (database, asked);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandEventData { Context: { } context } && context.Database.GetConnectionString() == _database)
            _asked();
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
