using System.IO.Compression;
using System.Text;

namespace BranchGrading.Web.Tests.Imports.Reading;

/// <summary>A workbook made by hand, part by part, so that a test can spoil any of them.</summary>
internal sealed class ZipParts
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly List<(string Name, byte[] Content)> parts = [];

    /// <summary>A header and one row of data: 党支部名称 / 学生第一党支部, 类型 / 学生.</summary>
    public static ZipParts Workbook() => new ZipParts()
        .With("[Content_Types].xml", $"""
            <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Type}.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Type}.worksheet+xml"/></Types>
            """)
        .With("_rels/.rels", Relationships(("rId1", $"{Office}/officeDocument", "xl/workbook.xml")))
        .With("xl/workbook.xml", BookOf("""<sheet name="Sheet1" sheetId="1" r:id="rId1"/>"""))
        .With("xl/_rels/workbook.xml.rels", Relationships(
            ("rId1", $"{Office}/worksheet", "worksheets/sheet1.xml"),
            ("rId2", $"{Office}/sharedStrings", "sharedStrings.xml"),
            ("rId3", $"{Office}/styles", "styles.xml")))
        .WithRows("""
            <row r="1"><c r="A1" t="inlineStr"><is><t>党支部名称</t></is></c><c r="B1" t="inlineStr"><is><t>类型</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>学生第一党支部</t></is></c><c r="B2" t="inlineStr"><is><t>学生</t></is></c></row>
            """);

    public static string BookOf(string sheets, string settings = "") =>
        $"""<workbook xmlns="{Main}" xmlns:r="{Office}">{settings}<sheets>{sheets}</sheets></workbook>""";

    public static string Relationships(params (string Id, string Type, string Target)[] all) =>
        $"""<Relationships xmlns="{Package}/relationships">{string.Concat(all.Select(one =>
            $"""<Relationship Id="{one.Id}" Type="{one.Type}" Target="{one.Target}"/>"""))}</Relationships>""";

    public ZipParts With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public ZipParts With(string name, byte[] content) => Without(name).Also(name, content);

    /// <summary>Adds a part even where one of that name is there.</summary>
    public ZipParts Also(string name, byte[] content)
    {
        parts.Add((name, content));
        return this;
    }

    public ZipParts Without(string name)
    {
        parts.RemoveAll(part => part.Name == name);
        return this;
    }

    public ZipParts WithRows(string rows, string after = "") =>
        With("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData>{after}</worksheet>""");

    public ZipParts WithShared(string items) => With("xl/sharedStrings.xml", $"""<sst xmlns="{Main}">{items}</sst>""");

    public ZipParts WithStyles(string formats, string styles) =>
        With("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts>{formats}</numFmts><cellXfs>{styles}</cellXfs></styleSheet>""");

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }
        return stream.ToArray();
    }
}
