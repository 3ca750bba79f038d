using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BranchGrading.Web.Tests.Features;

/// <summary>Writes down what is asked of a database inside each transaction, in order, while it listens.</summary>
internal sealed class TransactionListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string? _database;
    private readonly ConcurrentDictionary<Guid, List<string>> _transactions = [];
    private readonly List<IDisposable> _subscriptions = [];

    /// <param name="database">The connection string of the one to listen to: other tests ask theirs at the same time.</param>
    public TransactionListener(string? database)
    {
        _database = database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The commands of every transaction.</summary>
    public IReadOnlyCollection<IReadOnlyList<string>> Transactions => [.. _transactions.Values];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Context.Database.CurrentTransaction: { } transaction } command
            && command.Context.Database.GetConnectionString() == _database)
            _transactions.GetOrAdd(transaction.TransactionId, _ => []).Add(command.Command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
