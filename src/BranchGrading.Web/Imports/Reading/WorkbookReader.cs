namespace BranchGrading.Web.Imports.Reading;

/// <summary>Reads the first visible worksheet of an Office Open XML workbook.</summary>
internal static class WorkbookReader
{
    private const int MaxSheets = 2_000;

    public static Sheet Read(byte[] content)
    {
        using var package = new WorkbookPackage(content);
        var workbook = FindWorkbook(package);
        var relationships = package.Relationships(workbook);
        var (sheets, is1904) = ReadWorkbook(package, workbook);
        var worksheet = sheets
            .Where(sheet => sheet.IsVisible)
            .Select(sheet => relationships.GetValueOrDefault(sheet.RelationshipId))
            .FirstOrDefault(relationship => relationship?.Kind == "worksheet")
            ?? throw new UnreadableFileException("工作簿里没有可见的工作表。请取消隐藏要导入的工作表后再上传。");
        var formats = NumberFormats.Read(package, Target("styles"));
        return WorksheetReader.Read(package, worksheet.Target, Target("sharedStrings"), formats, is1904);

        string? Target(string kind) => relationships.Values.FirstOrDefault(relationship => relationship.Kind == kind)?.Target;
    }

    private static string FindWorkbook(WorkbookPackage package)
    {
        if (!package.Has("[Content_Types].xml"))
            throw new UnreadableFileException(package.Has("mimetype")
                ? "这不是 .xlsx 工作簿。请在 Excel 或 WPS 中「另存为」.xlsx 后重新上传。"
                : "这是压缩包，不是表格。请解压后上传里面的 .xlsx 或 .csv 文件。");
        var main = package.Relationships("").Values
            .FirstOrDefault(relationship => relationship.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        RefuseOthers(package, ContentType(package, main));
        return main;
    }

    private static void RefuseOthers(WorkbookPackage package, string type)
    {
        if (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-word", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException("这是 Word 文档，不是表格。请上传 .xlsx 或 .csv 文件。");
        if (type.Contains("presentationml", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException("这是演示文稿，不是表格。请上传 .xlsx 或 .csv 文件。");
        if (type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException("这是 .xlsb 格式。请在 Excel 或 WPS 中「另存为」.xlsx 后重新上传。");
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || package.Names.Any(IsMacro))
            throw new UnreadableFileException("文件带有宏，不能上传。请在 Excel 或 WPS 中「另存为」不带宏的 .xlsx 后重新上传。");
        if (!type.Contains("spreadsheetml", StringComparison.OrdinalIgnoreCase))
            throw new UnreadableFileException("这不是 Excel 工作簿。请在 Excel 或 WPS 中「另存为」.xlsx 后重新上传。");
    }

    private static bool IsMacro(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || part.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase);

    private static string ContentType(WorkbookPackage package, string part)
    {
        var type = "";
        using var reader = package.Open("[Content_Types].xml");
        while (reader.Read())
        {
            if (reader.IsAt(1, "Override") && string.Equals(reader.Attribute("PartName")?.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase))
                return reader.Attribute("ContentType") ?? "";
            if (reader.IsAt(1, "Default") && string.Equals(reader.Attribute("Extension"), Path.GetExtension(part).TrimStart('.'), StringComparison.OrdinalIgnoreCase))
                type = reader.Attribute("ContentType") ?? "";
        }
        return type;
    }

    private static (List<SheetEntry> Sheets, bool Is1904) ReadWorkbook(WorkbookPackage package, string workbook)
    {
        var sheets = new List<SheetEntry>();
        var is1904 = false;
        using var reader = package.Open(workbook);
        while (reader.Read())
        {
            if (reader.IsAt(1, "workbookPr"))
                is1904 = reader.Attribute("date1904") is "1" or "true";
            if (reader.IsAt(2, "sheet") && reader.Attribute("id") is { } id)
                sheets.Add(new SheetEntry(id, reader.Attribute("state") is null or "visible"));
            if (sheets.Count > MaxSheets)
                throw UnreadableFileException.Damaged("工作表太多");
        }
        return (sheets, is1904);
    }

    private sealed record SheetEntry(string RelationshipId, bool IsVisible);
}
