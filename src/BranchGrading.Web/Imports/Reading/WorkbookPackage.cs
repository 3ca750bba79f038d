using System.IO.Compression;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>The zip around a workbook: finds parts by name and inflates them within one budget.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MaxEntries = 2_000;
    private const int MaxRelationships = 10_000;

    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly InflationBudget budget = new();

    public WorkbookPackage(byte[] content)
    {
        // Counted before the archive is opened, which makes an object of every entry, however many there are.
        if (content.AsSpan().Count("PK\x01\x02"u8) > MaxEntries)
            throw new UnreadableFileException($"文件里包含的部分超过 {MaxEntries} 个，不是正常的工作簿。请「另存为」.xlsx 后重新上传。");
        archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries)
        {
            if (!parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                throw UnreadableFileException.Damaged("有重名的部分");
        }
    }

    public IEnumerable<string> Names => parts.Keys;

    public bool Has(string part) => parts.ContainsKey(part);

    public PartReader Open(string part)
    {
        if (!parts.TryGetValue(part, out var entry))
            throw UnreadableFileException.Damaged($"缺少 {Path.GetFileName(part)}");
        return entry.IsEncrypted
            ? throw new UnreadableFileException("文件加了密码，无法读取。请取消密码，「另存为」.xlsx 后重新上传。")
            : new PartReader(new BudgetedStream(entry.Open(), budget));
    }

    /// <summary>The internal relationships of a part (of the whole package for an empty name), by id.</summary>
    public IReadOnlyDictionary<string, Relationship> Relationships(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var file = $"{folder}_rels/{part[folder.Length..]}.rels";
        var found = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        if (!Has(file))
            return found;
        using var reader = Open(file);
        while (reader.Read())
        {
            if (!reader.IsAt(1, "Relationship") || reader.Attribute("TargetMode") == "External")
                continue;
            if (reader.Attribute("Id") is { } id && reader.Attribute("Type") is { } type && Resolve(folder, reader.Attribute("Target")) is { } target)
                found[id] = new Relationship(type[(type.LastIndexOf('/') + 1)..], target);
            if (found.Count > MaxRelationships)
                throw UnreadableFileException.Damaged("关系太多");
        }
        return found;
    }

    public void Dispose() => archive.Dispose();

    private static string? Resolve(string folder, string? target) =>
        target is not null && Uri.TryCreate(new Uri("part://workbook/" + folder), target, out var uri) && uri.IsAbsoluteUri
            ? Uri.UnescapeDataString(uri.AbsolutePath).TrimStart('/')
            : null;
}
