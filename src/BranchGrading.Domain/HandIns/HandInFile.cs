namespace BranchGrading.Domain.HandIns;

/// <summary>A frozen file of what was handed in; the content lies outside the database under a random name.</summary>
public sealed class HandInFile
{
    public const int FormMaxLength = 10;
    public const int NameMaxLength = 120;

    private HandInFile()
    {
    }

    public HandInFile(string form, string fileName, Guid storedName, long size, string sha256) =>
        (Form, FileName, StoredName, Size, Sha256) = (form, fileName, storedName, size, sha256);

    public int Id { get; private set; }

    public int HandInId { get; private set; }

    /// <summary>附表4 or 附表5.</summary>
    public string Form { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public Guid StoredName { get; private set; }

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";
}
