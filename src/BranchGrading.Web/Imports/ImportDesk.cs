using BranchGrading.Data;
using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Domain;
using BranchGrading.Web.Imports.Reading;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Imports;

/// <summary>Takes in a file, shows what it would do, and does it when it is confirmed: all rows without errors, or none.</summary>
public sealed class ImportDesk(GradingDbContext db, IEnumerable<IImport> imports, SchoolClock clock)
{
    private const string Gone = "这份文件已经写入过，或者等候超过一小时已经清除；没有重复写入。";

    public IImport? Find(string kind) => imports.SingleOrDefault(import => import.Kind == kind);

    /// <summary>Reads and checks a file and keeps it for an hour under its account.</summary>
    /// <exception cref="UnreadableFileException">The file as a whole cannot be read.</exception>
    public async Task<PendingImport> ReceiveAsync(IImport import, byte[] content, string fileName, Viewer viewer, int? roundId, CancellationToken cancellationToken)
    {
        var table = ImportTable.From(SheetReader.Read(content, fileName), import.Columns);
        var report = await import.RunAsync(table, Context(viewer, roundId), cancellationToken);
        db.ChangeTracker.Clear();
        var pending = new PendingImport
        {
            Id = Guid.NewGuid(),
            Kind = import.Kind,
            RoundId = roundId,
            AccountId = viewer.AccountId,
            FileName = Path.GetFileName(fileName) is { Length: > 0 and <= 200 } name ? name : "导入.xlsx",
            Content = content,
            OutcomeDigest = report.Digest(),
            ExpiresAt = clock.UtcNow + PendingImport.Lifetime,
        };
        db.Add(pending);
        await db.SaveChangesAsync(cancellationToken);
        await ForgetOldAsync(pending, cancellationToken);
        return pending;
    }

    /// <summary>The waiting file of an account, or null when it has expired or was never there.</summary>
    public Task<PendingImport?> FindPendingAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) => db.PendingImports.AsNoTracking()
        .SingleOrDefaultAsync(pending => pending.Id == id && pending.AccountId == viewer.AccountId && pending.ExpiresAt > clock.UtcNow, cancellationToken);

    /// <summary>What the file would do now.</summary>
    public async Task<ImportReport> CheckAsync(PendingImport pending, Viewer viewer, CancellationToken cancellationToken)
    {
        var import = Find(pending.Kind)!;
        var report = await import.RunAsync(ImportTable.From(SheetReader.Read(pending.Content, pending.FileName), import.Columns), Context(viewer, pending.RoundId), cancellationToken);
        db.ChangeTracker.Clear();
        return report;
    }

    /// <summary>Runs the check again and writes what has no errors, in one transaction.</summary>
    /// <exception cref="RuleViolationException">The outcome differs from what was shown, or the whole may not be written.</exception>
    public async Task<ImportReport> ConfirmAsync(Guid id, Viewer viewer, Action<string> progress, CancellationToken cancellationToken)
    {
        var sent = await FindPendingAsync(id, viewer, cancellationToken) ?? throw new RuleViolationException(Gone);
        var import = Find(sent.Kind)!;
        var table = ImportTable.From(SheetReader.Read(sent.Content, sent.FileName), import.Columns);
        return await db.InTransactionAsync(() => WriteAsync(import, table, id, viewer, progress, cancellationToken), cancellationToken);
    }

    private async Task<ImportReport> WriteAsync(IImport import, ImportTable table, Guid id, Viewer viewer, Action<string> progress, CancellationToken cancellationToken)
    {
        // It is removed in the same transaction: a second confirmation finds nothing, or fails to remove it and writes nothing.
        var pending = await db.PendingImports.SingleOrDefaultAsync(pending => pending.Id == id, cancellationToken) ?? throw new RuleViolationException(Gone);
        var into = "";
        if (pending.RoundId is { } roundId)
        {
            into = $"{await db.Rounds.Where(round => round.Id == roundId).Select(round => round.Year).SingleAsync(cancellationToken)} 年度，";
            await db.LockRoundAsync(roundId, cancellationToken);
            await db.LockParticipantsAsync(roundId, cancellationToken);
        }

        progress("正在再核对一遍。");
        var context = Context(viewer, pending.RoundId);
        var report = await import.RunAsync(table, context, cancellationToken);
        if (report.Digest() != pending.OutcomeDigest)
            throw new RuleViolationException("核对之后数据有了变化，结果和给您看的不一样，没有写入。请重新选择文件再核对一次。");
        progress($"正在写入 {report.Effective} 行。");
        db.Remove(pending);
        db.Audit.Describe(import.Event, $"{into}{pending.FileName}：新增 {report.Count(RowOutcome.New)} 行，修改 {report.Count(RowOutcome.Changed)} 行");
        await db.SaveChangesAsync(cancellationToken);
        await import.VerifyAsync(context, cancellationToken);
        return report;
    }

    /// <summary>Takes away the account's earlier file of this kind, and whatever is past its hour; somebody else may be doing the same.</summary>
    private async Task ForgetOldAsync(PendingImport latest, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var old = await db.PendingImports
            .Where(pending => pending.Id != latest.Id && (pending.ExpiresAt < clock.UtcNow || pending.AccountId == latest.AccountId && pending.Kind == latest.Kind && pending.RoundId == latest.RoundId))
            .Select(pending => new PendingImport { Id = pending.Id, Kind = "", FileName = "", Content = Array.Empty<byte>(), OutcomeDigest = "" }).ToListAsync(cancellationToken);
        db.RemoveRange(old);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }
    }

    private ImportContext Context(Viewer viewer, int? roundId) => new(viewer, roundId, clock.UtcNow, clock.Today);
}
