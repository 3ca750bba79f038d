namespace BranchGrading.Web.Works;

/// <summary>A file that a long work made: kept in memory, or, where it may be large, on the disk until its work is forgotten.</summary>
public sealed class WorkFile
{
    private readonly byte[]? _content;
    private readonly string? _path;

    public WorkFile(byte[] content, string contentType, string name) => (_content, ContentType, Name) = (content, contentType, name);

    /// <param name="path">Where it lies, in the <see cref="WorkFolder"/>.</param>
    /// <param name="contentType">How it is sent.</param>
    /// <param name="name">As it is called when saved.</param>
    public WorkFile(string path, string contentType, string name) => (_path, ContentType, Name) = (path, contentType, name);

    public string ContentType { get; }

    public string Name { get; }

    /// <summary>The content, to be sent; null where the file has been tidied away.</summary>
    public Stream? Open() => _content is not null ? new MemoryStream(_content, writable: false)
        : File.Exists(_path) ? new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;

    /// <summary>Takes it from the disk; what cannot be deleted now is tidied away later.</summary>
    public void Forget()
    {
        try
        {
            if (_path is not null)
                File.Delete(_path);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
        }
    }
}
