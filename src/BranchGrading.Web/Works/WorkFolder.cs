namespace BranchGrading.Web.Works;

/// <summary>Where long work lays down what may be too large for the memory. Nothing in it is worth a backup.</summary>
public sealed class WorkFolder(string folder)
{
    private readonly string _folder = Directory.CreateDirectory(folder).FullName;

    /// <summary>A file for one work, open for writing.</summary>
    public FileStream Create() => new(Path.Combine(_folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes away what a crash or a restart left; younger files may be another node's.</summary>
    /// <returns>How many files went.</returns>
    public int Tidy(DateTime before)
    {
        var gone = 0;
        foreach (var path in Directory.EnumerateFiles(_folder).Where(path => Guid.TryParseExact(Path.GetFileName(path), "N", out _) && File.GetLastWriteTimeUtc(path) < before))
        {
            try
            {
                File.Delete(path);
                gone++;
            }
            catch (Exception held) when (held is IOException or UnauthorizedAccessException)
            {
            }
        }

        return gone;
    }
}
