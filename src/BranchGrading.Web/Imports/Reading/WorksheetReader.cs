using System.Globalization;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>Reads the cells of one worksheet.</summary>
internal sealed class WorksheetReader
{
    /// <summary>Blank ones count: offices colour whole columns, but not forty of them to the last row of old.</summary>
    private const int MaxCells = 65_536 * 40;

    private readonly SheetBuilder builder = new();
    private readonly List<(SheetCell Cell, int Index)> shared = [];
    private readonly HashSet<int> seenRows = [];
    private readonly PartReader reader;
    private readonly NumberFormats formats;
    private readonly bool is1904;

    private WorksheetReader(PartReader reader, NumberFormats formats, bool is1904) =>
        (this.reader, this.formats, this.is1904) = (reader, formats, is1904);

    public static Sheet Read(WorkbookPackage package, string part, string? sharedStrings, NumberFormats formats, bool is1904)
    {
        using var reader = package.Open(part);
        var worksheet = new WorksheetReader(reader, formats, is1904);
        worksheet.ReadRows();
        worksheet.AddShared(SharedStrings.Read(package, sharedStrings, worksheet.shared.Select(entry => entry.Index).ToHashSet()));
        return worksheet.builder.Build();
    }

    private void ReadRows()
    {
        var (inData, row, column, cells) = (false, 0, 0, 0);
        while (reader.Read())
        {
            if (!reader.IsElement)
                continue;
            if (reader.Depth == 1)
                inData = reader.Name == "sheetData";
            else if (inData && reader.IsAt(2, "row"))
                (row, column) = (NextRow(row), 0);
            else if (inData && reader.IsAt(3, "c"))
                ReadCell(row, column = NextColumn(row, column));
            if (inData && reader.Depth == 3 && ++cells > MaxCells)
                throw new UnreadableFileException("工作表里空白的格子太多。请删去表格下面和右边多余的行列后再上传。");
        }
    }

    private int NextRow(int previous)
    {
        var row = previous + 1;
        if (reader.Attribute("r") is { } number && !CellAddress.TryParseRow(number, out row))
            throw UnreadableFileException.Damaged("行号不对");
        // Far below, only filled cells matter, and those are refused anyway.
        if (row <= SheetBuilder.MaxRows && !seenRows.Add(row))
            throw UnreadableFileException.Damaged($"第 {row} 行出现了两次");
        return row;
    }

    private int NextColumn(int row, int previous)
    {
        if (reader.Attribute("r") is not { } reference)
            return previous + 1;
        return CellAddress.TryParse(reference, out var cellRow, out var column) && cellRow == row
            ? column
            : throw UnreadableFileException.Damaged("单元格地址不对");
    }

    private void ReadCell(int row, int column)
    {
        if (!reader.HasContent)
            return;
        var (type, style) = (reader.Attribute("t"), reader.Attribute("s"));
        string? value = null;
        string? inline = null;
        var isFormula = false;
        while (reader.ReadInside(3))
        {
            if (reader.IsAt(4, "v"))
                value = reader.ReadText();
            else if (reader.IsAt(4, "is"))
                inline = reader.ReadRuns();
            else
                isFormula |= reader.IsAt(4, "f");
        }
        var cell = new SheetCell(row, column, IsFormula: isFormula);
        if (type == "s" && !string.IsNullOrEmpty(value))
            AddLater(cell, SharedStrings.Index(value));
        else
            builder.Add(Fill(cell, type, value, inline, style));
    }

    private void AddLater(SheetCell cell, int index)
    {
        SheetBuilder.CheckPlace(cell.Row, cell.Column);
        shared.Add((cell, index));
        if (shared.Count > SheetBuilder.MaxRows * SheetBuilder.MaxColumns)
            throw UnreadableFileException.Damaged("单元格重复");
    }

    private void AddShared(IReadOnlyDictionary<int, string> strings)
    {
        foreach (var (cell, index) in shared)
        {
            builder.Add(strings.TryGetValue(index, out var text)
                ? cell with { Text = text }
                : throw UnreadableFileException.Damaged($"单元格 {cell.Address} 的文字找不到"));
        }
    }

    private SheetCell Fill(SheetCell cell, string? type, string? value, string? inline, string? style) => type switch
    {
        "inlineStr" => cell with { Text = inline ?? value },
        "str" => cell with { Text = PartReader.Unescape(value ?? "") },
        "b" => cell with { Text = value is null ? null : value.Trim() is "1" or "true" ? "TRUE" : "FALSE" },
        "e" => cell with { Text = value ?? "#N/A", IsError = true },
        "d" => Dated(cell, value),
        "s" => cell,
        null or "n" => Numbered(cell, value, formats.IsDate(style)),
        _ => throw UnreadableFileException.Damaged($"单元格 {cell.Address} 的类型不对"),
    };

    private static SheetCell Dated(SheetCell cell, string? value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? OnDay(cell, DateOnly.FromDateTime(instant))
            : cell with { Text = value };

    private SheetCell Numbered(SheetCell cell, string? value, bool isDate)
    {
        if (string.IsNullOrWhiteSpace(value))
            return cell;
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary) || !double.IsFinite(binary))
            throw UnreadableFileException.Damaged($"单元格 {cell.Address} 的数字不对");
        // 15 digits are what spreadsheet programs show and keep: 88.35 is stored as 88.349999999999994.
        var digits = binary.ToString("G15", CultureInfo.InvariantCulture);
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return cell with { Text = digits };
        return isDate && Day(number) is { } day
            ? OnDay(cell, day) with { Number = number }
            : cell with { Text = number.ToString(CultureInfo.InvariantCulture), Number = number };
    }

    private DateOnly? Day(decimal serial)
    {
        var days = (int)Math.Clamp(Math.Floor(serial), -1, 3_000_000);
        if (is1904)
            return days is >= 0 and <= 2_957_003 ? new DateOnly(1904, 1, 1).AddDays(days) : null;
        // The system of 1900 counts a 29 February that never was, as day 60.
        return days switch
        {
            >= 1 and <= 59 => new DateOnly(1899, 12, 31).AddDays(days),
            >= 61 and <= 2_958_465 => new DateOnly(1899, 12, 30).AddDays(days),
            _ => null,
        };
    }

    private static SheetCell OnDay(SheetCell cell, DateOnly day) =>
        cell with { Text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Date = day };
}
