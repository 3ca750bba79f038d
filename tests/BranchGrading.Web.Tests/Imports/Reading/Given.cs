using System.Text;
using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Tests.Imports.Reading;

/// <summary>Cells and tables as a file would give them.</summary>
internal static class Given
{
    private static readonly ImportColumn[] TwoColumns = [new("党支部名称", true), new("值", true)];

    /// <summary>A cell of text, as a workbook holds it.</summary>
    public static ImportCell Text(string text) => Xlsx($"<c t='inlineStr'><is><t xml:space='preserve'>{text}</t></is></c>");

    /// <summary>A cell that is a number.</summary>
    public static ImportCell Number(string stored) => Xlsx($"<c><v>{stored}</v></c>");

    /// <summary>A number shown as a date.</summary>
    public static ImportCell Date(int serial) => Xlsx($"<c s='1'><v>{serial}</v></c>");

    public static ImportCell Formula(string shown) => Xlsx($"<c t='str'><f>A1</f><v>{shown}</v></c>");

    public static ImportCell Error() => Xlsx("<c t='e'><v>#REF!</v></c>");

    public static ImportCell Csv(string text) => Cell(SheetReader.Read(Encoding.UTF8.GetBytes($"党支部名称,值\n甲,{text}"), "x.csv"));

    public static Sheet Rows(params string[] lines) => SheetReader.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)), "x.csv");

    private static ImportCell Xlsx(string cell) => Cell(SheetReader.Read(ZipParts.Workbook()
        .WithStyles("", "<xf numFmtId='0'/><xf numFmtId='14'/>")
        .WithRows($"""
            <row><c t="inlineStr"><is><t>党支部名称</t></is></c><c t="inlineStr"><is><t>值</t></is></c></row>
            <row><c t="inlineStr"><is><t>甲</t></is></c>{cell}</row>
            """).ToBytes(), "x.xlsx"));

    private static ImportCell Cell(Sheet sheet) => ImportTable.From(sheet, TwoColumns).Rows[0].Cell("值");
}
