using BranchGrading.Data;
using BranchGrading.Domain;
using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Attachments;

/// <summary>Takes files in so that row and file agree: the file first, then its row; where the row cannot be written, the file goes again.</summary>
public sealed class AttachmentDesk(GradingDbContext db, AttachmentStore store)
{
    /// <summary>A request with as many files as are allowed together, and the rest of its form.</summary>
    public const long MaxBody = Attachment.MaxTotalSize + 1_000_000;

    /// <summary>Lays down those of the files that can be taken in, and lets their rows be written.</summary>
    /// <param name="files">As they came.</param>
    /// <param name="write">Writes the rows in a transaction of its own, perhaps for no file.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="allOrNothing">Writes nothing where a file is refused: for records to which none can be added later.</param>
    /// <returns>The sentences that say which files were refused and why.</returns>
    /// <exception cref="RuleViolationException">The rows are refused; no file stays.</exception>
    public async Task<IReadOnlyList<string>> ReceiveAsync(IReadOnlyCollection<IFormFile> files, Func<IReadOnlyList<AttachedFile>, Task> write, CancellationToken cancellationToken, bool allOrNothing = false)
    {
        if (files.Count > Attachment.Most)
            throw new RuleViolationException($"一次最多上传 {Attachment.Most} 个文件，这次选了 {files.Count} 个。");
        var (laid, refused) = (new List<AttachedFile>(), new List<string>());
        try
        {
            foreach (var file in files)
            {
                try
                {
                    await using var content = file.OpenReadStream();
                    laid.Add(await store.ReceiveAsync(file.FileName, content, cancellationToken));
                }
                catch (RefusedFileException why)
                {
                    refused.Add(why.Message);
                }
            }

            if (allOrNothing && refused.Count > 0)
                throw new RuleViolationException($"{string.Concat(refused)}没有登记，请换一个文件再办一次；您写的还在下面。");
            await write(laid);
            return refused;
        }
        catch
        {
            await ForgetAsync(laid);
            throw;
        }
    }

    /// <summary>Lays down files that the application made itself, and lets their rows be written.</summary>
    /// <exception cref="RuleViolationException">The disk is nearly full, or the rows are refused; no file stays.</exception>
    public async Task<T> FreezeAsync<T>(IEnumerable<(string Name, byte[] Content)> files, Func<IReadOnlyList<AttachedFile>, Task<T>> write, CancellationToken cancellationToken)
    {
        var laid = new List<AttachedFile>();
        try
        {
            foreach (var (name, content) in files)
            {
                using var stream = new MemoryStream(content);
                laid.Add(await store.ReceiveAsync(name, stream, cancellationToken));
            }

            return await write(laid);
        }
        catch (RefusedFileException why)
        {
            await ForgetAsync(laid);
            throw new RuleViolationException(why.Message);
        }
        catch
        {
            await ForgetAsync(laid);
            throw;
        }
    }

    /// <summary>Takes the files of deleted rows away; what cannot be deleted now is tidied away at the next start.</summary>
    public void Discard(IEnumerable<Attachment> deleted)
    {
        foreach (var attachment in deleted)
            Try(() => store.Delete(attachment.StoredName));
    }

    private async Task ForgetAsync(List<AttachedFile> laid)
    {
        // A commit may have gone through although its answer was lost: the database says which files have a row.
        db.ChangeTracker.Clear();
        var names = laid.ConvertAll(file => file.StoredName);
        var kept = await db.Attachments.Where(attachment => names.Contains(attachment.StoredName)).Select(attachment => attachment.StoredName).ToListAsync(CancellationToken.None);
        var frozen = await db.HandIns.SelectMany(handIn => handIn.Files).Where(file => names.Contains(file.StoredName)).Select(file => file.StoredName).ToListAsync(CancellationToken.None);
        foreach (var name in names.Except(kept).Except(frozen))
            Try(() => store.Delete(name));
    }

    private static void Try(Action delete)
    {
        try
        {
            delete();
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
        }
    }
}
