using System.IO.Compression;
using System.Text;

namespace BranchGrading.Web.Attachments;

/// <summary>Whether a file is what its extension says, told by its content.</summary>
internal static class FileContent
{
    /// <summary>More parts than any document has; each becomes an object when the package is opened.</summary>
    private const int MostParts = 5_000;

    /// <summary>More than any list of content types holds.</summary>
    private const int MostTypes = 1_000_000;

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The extensions taken in, in the order told to users.</summary>
    public static IReadOnlyList<string> Extensions { get; } = ["pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png"];

    /// <summary>Why the content is refused, to stand behind the file's name; null when it is what it says.</summary>
    public static string? WhyNot(string extension, Stream content)
    {
        var head = new byte[8];
        content.Position = 0;
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return extension switch
        {
            "pdf" => Begins("%PDF-"u8) ? null : Other(extension),
            "jpg" or "jpeg" => Begins([0xFF, 0xD8, 0xFF]) ? null : Other(extension),
            "png" => Begins([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? null : Other(extension),
            "doc" => Begins(Ole) ? OldDocument(content, extension, "WordDocument") : Other(extension),
            "xls" => Begins(Ole) ? OldDocument(content, extension, "Workbook", "Book") : Other(extension),
            "docx" => Begins("PK\x03\x04"u8) ? Package(content, extension, "word/", "wordprocessingml.document.main+xml") : Unpacked(content, extension),
            "xlsx" => Begins("PK\x03\x04"u8) ? Package(content, extension, "xl/", "spreadsheetml.sheet.main+xml") : Unpacked(content, extension),
            _ => throw new ArgumentOutOfRangeException(nameof(extension)),
        };

        bool Begins(ReadOnlySpan<byte> magic) => head.AsSpan(0, read).StartsWith(magic);

        string Unpacked(Stream stream, string wanted) => Begins(Ole) && Finds(stream, Named("EncryptedPackage")) > 0 ? Locked : Other(wanted);
    }

    private const string Locked = "加了密码，审核的人打不开。请取消密码，另存后再上传。";

    private const string Macros = "带有宏（可以运行的程序），不能上传。请另存为不带宏的文档后再上传。";

    private static string Other(string extension) => $"的内容不是 {extension} 文件，可能只是改了扩展名，或者已经损坏。请用原来的软件打开，另存后再上传。";

    private static string? OldDocument(Stream content, string extension, params string[] streams)
    {
        if (Finds(content, Named("EncryptedPackage")) > 0)
            return Locked;
        if (Finds(content, Named("_VBA_PROJECT")) > 0)
            return Macros;
        return Array.Exists(streams, stream => Finds(content, Named(stream)) > 0) ? null : Other(extension);
    }

    private static string? Package(Stream content, string extension, string folder, string mainType)
    {
        if (Finds(content, "PK\x01\x02"u8.ToArray(), MostParts + 1) > MostParts)
            return Other(extension);
        try
        {
            content.Position = 0;
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Any(entry => entry.IsEncrypted))
                return Locked;
            if (archive.Entries.Any(entry => entry.Name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
                return Macros;
            if (archive.GetEntry("[Content_Types].xml") is not { } list || !archive.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase)))
                return Other(extension);
            using var reader = new StreamReader(list.Open());
            var types = new char[MostTypes];
            var text = types.AsSpan(0, reader.ReadBlock(types));
            if (text.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
                return Macros;
            return text.Contains(mainType, StringComparison.OrdinalIgnoreCase) ? null : Other(extension);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            return Other(extension);
        }
    }

    /// <summary>Names in old documents are written with two bytes a character.</summary>
    private static byte[] Named(string stream) => Encoding.Unicode.GetBytes(stream);

    /// <summary>How often the bytes occur, counted up to a number.</summary>
    private static int Finds(Stream content, byte[] wanted, int most = 1)
    {
        content.Position = 0;
        var buffer = new byte[1 << 16];
        var (kept, count) = (0, 0);
        for (int read; count < most && (read = content.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var window = buffer.AsSpan(0, kept + read);
            for (int at; count < most && (at = window.IndexOf(wanted)) >= 0; count++)
                window = window[(at + wanted.Length)..];
            // What begins at the end of this piece may go on in the next.
            kept = Math.Min(window.Length, wanted.Length - 1);
            window[^kept..].CopyTo(buffer);
        }

        return count;
    }
}
