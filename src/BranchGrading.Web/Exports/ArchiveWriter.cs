using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace BranchGrading.Web.Exports;

/// <summary>A zip that is written file by file, so that only one is in memory at a time, and closed with an index of all and a list of check sums.</summary>
/// <param name="stream">Where it goes.</param>
/// <param name="at">The time that its files bear, on the school's clock.</param>
public sealed class ArchiveWriter(Stream stream, DateTime at) : IAsyncDisposable
{
    public const string Index = "目录.html";
    public const string Sums = "校验和.sha256";

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<Part> _parts = [];

    public int Count => _parts.Count;

    /// <summary>Adds a file; one of the same name in the same folder gets a number.</summary>
    /// <param name="folder">Its folder, of names as <see cref="FormNames.Folder"/> makes them, with slashes between.</param>
    /// <param name="name">As it should be called.</param>
    /// <param name="what">What the index says of it.</param>
    /// <param name="content">Its content.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="isLost">That it stands for a file which could not be taken in.</param>
    public async Task AddAsync(string folder, string name, string what, byte[] content, CancellationToken cancellationToken, bool isLost = false)
    {
        var unique = FormNames.Unique(_parts.Where(part => part.Folder == folder).Select(part => part.Name).Append(name), FormNames.ArchivedMaxLength)[^1];
        await WriteAsync($"{folder}/{unique}", content, cancellationToken);
        _parts.Add(new Part(folder, unique, what, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), isLost));
    }

    /// <summary>Writes the index and the check sums, as <c>sha256sum -c</c> reads them, the index's among them.</summary>
    public async Task CloseAsync(string title, IReadOnlyList<string> notes, CancellationToken cancellationToken)
    {
        var index = Encoding.UTF8.GetBytes(IndexOf(title, notes));
        await WriteAsync(Index, index, cancellationToken);
        var sums = _parts.Select(part => $"{part.Sha256}  {part.Folder}/{part.Name}\n").Append($"{Convert.ToHexStringLower(SHA256.HashData(index))}  {Index}\n");
        await WriteAsync(Sums, Encoding.UTF8.GetBytes(string.Concat(sums)), cancellationToken);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();

    private async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var entry = _zip.CreateEntry(path);
        entry.LastWriteTime = new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Unspecified), TimeSpan.Zero);
        await using var target = await entry.OpenAsync(cancellationToken);
        await target.WriteAsync(content, cancellationToken);
    }

    private string IndexOf(string title, IReadOnlyList<string> notes)
    {
        var text = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{Html(title)}} 目录</title>
            <style>
            body { font: 16px/1.6 "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; width: 100%; margin: 0 0 2rem } caption { text-align: left; font-size: 1.2em; font-weight: bold; padding: .4em 0 }
            th, td { border: 1px solid #999; padding: .3em .6em; text-align: left; vertical-align: top; overflow-wrap: anywhere }
            td:nth-child(3) { text-align: right; white-space: nowrap } td:nth-child(4) { font: 12px/1.5 monospace; width: 17rem } .lost { color: #9b1c1c; font-weight: bold }
            @media print { body { font-size: 12px; margin: 0 } }
            </style></head><body>
            <h1>{{Html(title)}}</h1>

            """.Replace("\r\n", "\n", StringComparison.Ordinal));
        foreach (var note in notes)
            text.Append(CultureInfo.InvariantCulture, $"<p>{Html(note)}</p>\n");
        foreach (var folder in _parts.GroupBy(part => part.Folder))
        {
            text.Append(CultureInfo.InvariantCulture, $"<table><caption>{Html(folder.Key)}（{folder.Count()} 个文件）</caption>\n<thead><tr><th>文件</th><th>内容</th><th>大小（字节）</th><th>SHA-256</th></tr></thead><tbody>\n");
            foreach (var part in folder)
            {
                var address = string.Join('/', $"{part.Folder}/{part.Name}".Split('/').Select(Uri.EscapeDataString));
                text.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"{address}\">{Html(part.Name)}</a></td><td{(part.IsLost ? " class=\"lost\"" : "")}>{Html(part.What)}</td><td>{part.Size}</td><td>{part.Sha256}</td></tr>\n");
            }

            text.Append("</tbody></table>\n");
        }

        return text.Append("</body></html>\n").ToString();
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private sealed record Part(string Folder, string Name, string What, long Size, string Sha256, bool IsLost);
}
