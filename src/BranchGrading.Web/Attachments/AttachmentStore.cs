using System.Security.Cryptography;
using BranchGrading.Domain.Assessments;

namespace BranchGrading.Web.Attachments;

/// <summary>
/// Where the content of attachments lies: one folder outside everything that is served, under random names. A file is checked while it comes in
/// and is there whole or not at all.
/// </summary>
/// <param name="folder">The folder; made where it is missing.</param>
/// <param name="freeShare">How much of the disk is free, from 0 to 1.</param>
/// <param name="leastFree">Below this share nothing more is taken in, so that the database can still be written.</param>
public sealed class AttachmentStore(string folder, Func<string, double> freeShare, double leastFree)
{
    private const string Partly = ".part";

    private readonly string _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>The free share of the disk on which a folder lies.</summary>
    public static double FreeShareOf(string folder)
    {
        var disk = new DriveInfo(folder);
        return disk.TotalSize == 0 ? 1 : (double)disk.AvailableFreeSpace / disk.TotalSize;
    }

    /// <summary>Whether nothing more is taken in.</summary>
    public bool IsFull => freeShare(_folder) < leastFree;

    /// <summary>Checks a file and lays it down.</summary>
    /// <exception cref="RefusedFileException">It is none of the types, too large, empty, or the disk is nearly full.</exception>
    public async Task<AttachedFile> ReceiveAsync(string? givenName, Stream content, CancellationToken cancellationToken)
    {
        var (name, extension) = AttachmentName.Of(givenName);
        if (!FileContent.Extensions.Contains(extension))
            throw new RefusedFileException($"「{name}」没有收下：只收 pdf、doc、docx、xls、xlsx、jpg、png 文件。");
        if (IsFull)
            throw Full();
        var storedName = Guid.NewGuid();
        var partly = PathOf(storedName) + Partly;
        try
        {
            var (size, sha256) = await CopyAsync(name, content, partly, cancellationToken);
            using (var laid = File.OpenRead(partly))
            {
                if (FileContent.WhyNot(extension, laid) is { } why)
                    throw new RefusedFileException($"「{name}」{why}");
            }

            File.Move(partly, PathOf(storedName));
            return new AttachedFile(name, storedName, extension, size, sha256);
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested && IsFull)
        {
            throw Full();
        }
        finally
        {
            File.Delete(partly);
        }
    }

    /// <summary>The content, to be sent; null where the file is not there.</summary>
    public Stream? Open(Guid storedName) => File.Exists(PathOf(storedName)) ? File.OpenRead(PathOf(storedName)) : null;

    /// <summary>The content as it was laid down, byte for byte; null where the file is gone or is another than it was.</summary>
    /// <param name="storedName">Its name in the store.</param>
    /// <param name="sha256">SHA-256 of the content when it came in, hexadecimal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<byte[]?> ReadAsync(Guid storedName, string sha256, CancellationToken cancellationToken)
    {
        if (!File.Exists(PathOf(storedName)))
            return null;
        var content = await File.ReadAllBytesAsync(PathOf(storedName), cancellationToken);
        return string.Equals(Convert.ToHexString(SHA256.HashData(content)), sha256, StringComparison.OrdinalIgnoreCase) ? content : null;
    }

    public void Delete(Guid storedName) => File.Delete(PathOf(storedName));

    /// <summary>Takes away what no row knows: what a crash left between file and row.</summary>
    /// <param name="known">The files that rows speak of.</param>
    /// <param name="before">Younger files stay: their rows may be on the way, from another node perhaps.</param>
    /// <returns>How many files went.</returns>
    public int Tidy(IReadOnlySet<Guid> known, DateTime before)
    {
        var orphans = Directory.EnumerateFiles(_folder)
            .Where(path => File.GetLastWriteTimeUtc(path) < before)
            .Where(path => Path.GetFileName(path) is var name && (name.EndsWith(Partly, StringComparison.Ordinal) || Guid.TryParseExact(name, "N", out var stored) && !known.Contains(stored)))
            .ToList();
        orphans.ForEach(File.Delete);
        return orphans.Count;
    }

    private static async Task<(long Size, string Sha256)> CopyAsync(string name, Stream content, string path, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        var size = 0L;
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            size += read;
            if (size > Attachment.MaxSize)
                throw new RefusedFileException($"「{name}」超过 20 MB，没有收下。照片请缩小，扫描件请降低分辨率后再上传。");
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (size == 0)
            throw new RefusedFileException($"「{name}」是空文件，没有收下。请重新选择。");
        // The row that will speak of it is safe on the disk; so is the file.
        file.Flush(flushToDisk: true);
        return (size, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static RefusedFileException Full() => new("服务器的磁盘快满了，暂时不收附件；已经保存的内容不受影响。请告诉系统管理员，稍后再上传。");

    private string PathOf(Guid storedName) => Path.Combine(_folder, storedName.ToString("N"));
}
