using System.IO.Compression;
using System.Text;

namespace BranchGrading.Web.Tests.Features.Attachments;

/// <summary>Small files of every type, as the programs begin them.</summary>
internal static class Files
{
    public static byte[] Pdf => "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"u8.ToArray();

    public static byte[] Jpg => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 0xFF, 0xD9];

    /// <summary>One red point.</summary>
    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    public static byte[] Doc => Ole("WordDocument");

    public static byte[] Xls => Ole("Workbook");

    public static byte[] Docx => Package("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");

    public static byte[] Xlsx => Package("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");

    /// <summary>An old document with streams of these names.</summary>
    public static byte[] Ole(params string[] streams) =>
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. streams.SelectMany(stream => Encoding.Unicode.GetBytes(stream.PadRight(32, '\0')))];

    /// <summary>A package with one main part, its type, and more parts.</summary>
    public static byte[] Package(string part, string type, params string[] more)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "[Content_Types].xml", $"""<Types><Override PartName="/{part}" ContentType="{type}"/></Types>""");
            foreach (var name in (string[])[part, .. more])
                Write(archive, name, "<x/>");
        }

        return memory.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
