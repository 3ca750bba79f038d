using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Data.Auditing;

/// <summary>The append-only chain of audit rows: each holds the hash of the one before.</summary>
public static class AuditTrail
{
    /// <summary>Appends what the context's scope describes. Runs inside the caller's transaction.</summary>
    internal static async Task AppendAsync(GradingDbContext context, DateTime at, string? changes, CancellationToken cancellationToken)
    {
        var scope = context.Audit;
        // The update comes first: it makes a second writer wait until this transaction ends, on every isolation level.
        await context.Database.ExecuteSqlAsync($"UPDATE AuditHeads SET Sequence = Sequence + 1 WHERE Id = {AuditHead.OnlyId}", cancellationToken);
        var head = await context.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        // Databases keep milliseconds or better; the hash counts on what will be read back.
        var stamp = new DateTime(at.Ticks - at.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        var entry = new AuditEntry
        {
            Sequence = head.Sequence,
            At = stamp,
            AccountId = scope.AccountId,
            Actor = scope.Actor,
            Address = scope.Address,
            Event = scope.Event!.Value.ToString(),
            Subject = Cut(scope.Subject),
            Reason = scope.Reason,
            Changes = changes,
            PreviousHash = head.Hash,
            Hash = "",
        };
        var hash = HashOf(entry);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO AuditEntries (Sequence, At, AccountId, Actor, Address, Event, Subject, Reason, Changes, PreviousHash, Hash)
            VALUES ({entry.Sequence}, {entry.At}, {entry.AccountId}, {entry.Actor}, {entry.Address}, {entry.Event}, {entry.Subject}, {entry.Reason}, {entry.Changes}, {entry.PreviousHash}, {hash})
            """,
            cancellationToken);
        await context.Database.ExecuteSqlAsync($"UPDATE AuditHeads SET Hash = {hash} WHERE Id = {AuditHead.OnlyId}", cancellationToken);
        scope.Clear();
    }

    /// <summary>Walks the whole chain; the number of the first row that does not fit, or null when all do.</summary>
    public static async Task<long?> FirstBrokenAsync(GradingDbContext context, CancellationToken cancellationToken)
    {
        // The head comes first: what is appended while the chain is walked is left for the next time.
        var head = await context.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        var (previous, sequence) = ("", 0L);
        await foreach (var entry in context.AuditEntries.AsNoTracking().Where(entry => entry.Sequence <= head.Sequence).OrderBy(entry => entry.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            sequence++;
            if (entry.Sequence != sequence || entry.PreviousHash != previous || entry.Hash != HashOf(entry))
                return sequence;
            previous = entry.Hash;
        }

        return head.Sequence == sequence && head.Hash == previous ? null : sequence + 1;
    }

    private static string HashOf(AuditEntry entry)
    {
        // Each part is preceded by its length, so that no two rows read alike.
        var text = new StringBuilder();
        foreach (var part in new[]
        {
            entry.Sequence.ToString(), entry.At.Ticks.ToString(), entry.AccountId?.ToString(), entry.Actor, entry.Address,
            entry.Event, entry.Subject, entry.Reason, entry.Changes, entry.PreviousHash,
        })
            text.Append(part?.Length ?? -1).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string? Cut(string? subject) => subject is { Length: > 200 } ? subject[..199] + "…" : subject;
}
