using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BranchGrading.Web.Tests.Exports;

/// <summary>Reads a produced workbook with another library than the one that wrote it: raw cells, as a spreadsheet program meets them.</summary>
internal sealed class Workbook : IDisposable
{
    private readonly SpreadsheetDocument _document;
    private readonly string[] _strings;
    private readonly CellFormat[] _formats;

    /// <param name="content">The file.</param>
    /// <param name="sheet">Which of its sheets, from 0; by default the only one.</param>
    public Workbook(byte[] content, int? sheet = null)
    {
        _document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var book = _document.WorkbookPart!;
        _strings = book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(item => Decode(item.InnerText)).ToArray() ?? [];
        _formats = book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToArray();
        SheetNames = [.. book.Workbook.Descendants<Sheet>().Select(named => named.Name!.Value!)];
        SheetName = sheet is { } index ? SheetNames[index] : SheetNames.Single();
        Sheet = ((WorksheetPart)book.GetPartById(book.Workbook.Descendants<Sheet>().Single(named => named.Name == SheetName).Id!)).Worksheet;
        Cells = Sheet.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!);
    }

    public string SheetName { get; }

    public IReadOnlyList<string> SheetNames { get; }

    public Worksheet Sheet { get; }

    public IReadOnlyDictionary<string, Cell> Cells { get; }

    public string Names => string.Join('\n', _document.WorkbookPart!.Workbook.DefinedNames!.Select(name => $"{((DefinedName)name).Name} {name.InnerText}"));

    /// <summary>A number as decimal, a text as string, null where there is nothing.</summary>
    public object? Value(string address)
    {
        if (!Cells.TryGetValue(address, out var cell) || (cell.CellValue is null && cell.InlineString is null))
            return null;
        if (cell.DataType?.Value == CellValues.SharedString)
            return _strings[int.Parse(cell.CellValue!.Text)];
        return cell.DataType is null || cell.DataType.Value == CellValues.Number ? decimal.Parse(cell.CellValue!.Text) : Decode(cell.InnerText);
    }

    /// <summary>The 15 values of a row of the table.</summary>
    public object?[] Row(int row) => [.. Enumerable.Range(0, 15).Select(column => Value($"{(char)('A' + column)}{row}"))];

    /// <summary>What stands in a row, left to right, without the empty cells.</summary>
    public object[] Filled(int row) => [.. Row(row).OfType<object>()];

    public CellFormat Format(string address) => _formats[(int)Cells[address].StyleIndex!.Value];

    /// <summary>The first row whose text in column A begins so.</summary>
    public int RowOf(string beginning, char column = 'A') => Cells.Keys
        .Where(address => address[0] == column && char.IsDigit(address[1]) && (Value(address) as string)?.StartsWith(beginning, StringComparison.Ordinal) == true)
        .Min(address => int.Parse(address[1..]));

    public void Dispose() => _document.Dispose();

    private static string Decode(string text) => System.Text.RegularExpressions.Regex.Replace(
        text, "_x([0-9A-Fa-f]{4})_", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
}
