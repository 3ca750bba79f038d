using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Imports.Reading;

/// <summary>A table whose header was recognised: the rows between its header and its signature lines.</summary>
public sealed class ImportTable
{
    /// <summary>The column every import has; a header row is known by it.</summary>
    public const string BranchName = "党支部名称";

    private static readonly string[] Endings = ["书记(签字)", "填表人", "联系电话:", "填报"];

    private readonly HashSet<string> present;

    private ImportTable(HeaderRow header, IReadOnlyList<ImportColumn> columns, IReadOnlyList<ImportRow> rows)
    {
        HeaderRowNumber = header.Number;
        present = columns.Where(header.Has).Select(column => column.Name).ToHashSet();
        IgnoredColumns = header.Ignored.ToList();
        Rows = rows;
    }

    /// <summary>The row number of the header.</summary>
    public int HeaderRowNumber { get; }

    /// <summary>Headers of columns that no import column means.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; }

    /// <summary>The rows that hold something in a column that is read.</summary>
    public IReadOnlyList<ImportRow> Rows { get; }

    /// <summary>Whether the file has this column at all.</summary>
    public bool Has(string name) => present.Contains(name);

    /// <exception cref="UnreadableFileException">
    /// No header, a required column missing, one column there twice, or no row of data.
    /// </exception>
    public static ImportTable From(Sheet sheet, IReadOnlyList<ImportColumn> columns)
    {
        var header = FindHeader(sheet, columns);
        var placed = columns.Select(column => (column.Name, header.Header(column)?.Column)).ToList();
        var rows = sheet.Rows
            .Where(row => row.Number > header.Number)
            .TakeWhile(row => !EndsTable(row))
            .Select(row => new ImportRow(row.Number, placed.ToDictionary(place => place.Name, place => Cell(row, place.Column))))
            .Where(row => !row.IsBlank)
            .ToList();
        return rows.Count > 0
            ? new ImportTable(header, columns, rows)
            : throw new UnreadableFileException($"表头（第 {header.Number} 行）下面没有可以导入的内容。");
    }

    private static ImportCell Cell(SheetRow row, int? column) => column is { } index
        ? new ImportCell(CellAddress.Of(row.Number, index), row[index])
        : new ImportCell($"第 {row.Number} 行", null);

    private static bool EndsTable(SheetRow row)
    {
        var first = NameKey.Of(row.Cells.First().Text ?? "");
        return Endings.Any(ending => first.StartsWith(ending, StringComparison.Ordinal));
    }

    private static HeaderRow FindHeader(Sheet sheet, IReadOnlyList<ImportColumn> columns)
    {
        var key = columns.Single(column => column.Name == BranchName);
        var others = columns.Where(column => column != key && column.Required).ToList();
        var closest = default(HeaderRow);
        foreach (var header in sheet.Rows.Select(row => new HeaderRow(row, columns)))
        {
            if (header.Has(key) && (others.Count == 0 || others.Any(header.Has)))
                return Checked(header);
            if (header.Matches > (closest?.Matches ?? 0))
                closest = header;
        }
        var seen = closest is null ? "" : $"最像表头的是第 {closest.Number} 行：{List(closest.Headers)}。";
        throw new UnreadableFileException(
            $"没有找到表头。请保留一行表头，其中要有 {List(columns.Where(column => column.Required).Select(column => column.Name))}。{seen}");
    }

    private static HeaderRow Checked(HeaderRow header)
    {
        if (header.Duplicate is { } duplicate)
        {
            var cells = duplicate.Cells.Select(cell => $"{cell.Address}「{HeaderRow.Shown(cell)}」");
            throw new UnreadableFileException(
                $"有两列都像「{duplicate.Column.Name}」：{string.Join("和 ", cells)}。请只保留一列，或改掉另一列的表头。");
        }
        var missing = header.Missing.Select(column => column.Name).ToList();
        return missing.Count == 0 ? header : throw new UnreadableFileException(
            $"表头（第 {header.Number} 行）缺少 {List(missing)}。表头现有：{List(header.Headers)}。请补上缺少的列，或使用下载的模板。");
    }

    private static string List(IEnumerable<string> names) => string.Join("、", names.Select(name => $"「{(name.Length > 20 ? name[..20] + "…" : name)}」"));
}
