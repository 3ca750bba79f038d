using System.Text;
using System.Xml;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Opens an uploaded .xlsx or .csv as a table. What a file is, its content tells, not its name.</summary>
public static class SheetReader
{
    /// <summary>The largest upload, in bytes.</summary>
    public const int MaxUpload = 10 * 1024 * 1024;

    private const string SaveAs = "请在 Excel 或 WPS 中「另存为」.xlsx 后重新上传。";

    private static readonly byte[] OleMagic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly (byte[] Magic, string What)[] Strangers =
    [
        ("%PDF"u8.ToArray(), "PDF 文件"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        ("GIF8"u8.ToArray(), "图片"),
        ("Rar!"u8.ToArray(), "压缩包"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "压缩包"),
        ([0x1F, 0x8B], "压缩包"),
        (@"{\rtf"u8.ToArray(), "Word 文档"),
    ];

    /// <summary>The first visible worksheet of a workbook, or the table of a csv file.</summary>
    /// <exception cref="UnreadableFileException">The file is none of these, or too large, or damaged.</exception>
    public static Sheet Read(byte[] content, string fileName)
    {
        if (content.Length == 0)
            throw new UnreadableFileException("文件是空的，请重新选择文件。");
        if (content.Length > MaxUpload)
            throw new UnreadableFileException("文件超过 10 MB。请删去图片和多余的工作表，或分成几个文件后再上传。");
        var sheet = content.AsSpan().StartsWith("PK"u8) ? ReadWorkbook(content) : ReadText(content, fileName);
        return sheet.Rows.Count > 0 ? sheet : throw new UnreadableFileException(
            "表格是空的。请确认要导入的内容在第一张可见的工作表里。");
    }

    private static Sheet ReadWorkbook(byte[] content)
    {
        try
        {
            return WorkbookReader.Read(content);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException
            or NotSupportedException or ArgumentException or FormatException or OverflowException)
        {
            // What the zip and XML layers throw at damaged input; their English messages help no user.
            throw UnreadableFileException.Damaged("打不开里面的内容");
        }
    }

    private static Sheet ReadText(byte[] content, string fileName)
    {
        RefuseStrangers(content);
        if (Path.GetExtension(fileName).ToUpperInvariant() is not (".CSV" or ".TXT"))
            throw new UnreadableFileException("这不是 Excel 工作簿，只是改了文件名。请上传真正的 .xlsx，或扩展名为 .csv 的文件。");
        return CsvReader.Read(content);
    }

    private static void RefuseStrangers(byte[] content)
    {
        if (content.AsSpan().StartsWith(OleMagic))
            throw new UnreadableFileException(Ole(content));
        foreach (var (magic, what) in Strangers)
        {
            if (content.AsSpan().StartsWith(magic))
                throw new UnreadableFileException($"这是{what}，不是表格。请上传 .xlsx 或 .csv 文件。");
        }
        if (Encoding.ASCII.GetString(content, 0, Math.Min(content.Length, 200)).Trim('?', ' ', '\r', '\n', '\t').StartsWith('<'))
            throw new UnreadableFileException("这是网页或 XML 文件，不是 Excel 工作簿。" + SaveAs);
    }

    private static string Ole(byte[] content)
    {
        if (Holds("EncryptedPackage"))
            return "文件加了密码，无法读取。请在 Excel 或 WPS 中取消密码，" + SaveAs[1..];
        if (Holds("WordDocument"))
            return "这是 Word 文档，不是表格。请上传 .xlsx 或 .csv 文件。";
        return "这是旧版 .xls 格式。" + SaveAs;

        bool Holds(string stream) => content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;
    }
}
