namespace BranchGrading.Web.Imports.Reading;

/// <summary>Collects cells into a <see cref="Sheet"/> and refuses what no honest table is as large as.</summary>
internal sealed class SheetBuilder
{
    public const int MaxRows = 5_000;
    public const int MaxColumns = 60;
    public const int MaxCellLength = 32_767;
    public const int MaxTotalLength = 10_000_000;

    private readonly SortedDictionary<int, SheetCell?[]> rows = [];
    private int totalLength;

    public void Add(SheetCell cell)
    {
        if (string.IsNullOrWhiteSpace(cell.Text))
            cell = cell with { Text = null };
        if (cell.IsBlank)
            return;
        CheckPlace(cell.Row, cell.Column);
        CheckLength(cell);
        if (!rows.TryGetValue(cell.Row, out var row))
            rows.Add(cell.Row, row = new SheetCell?[MaxColumns]);
        if (row[cell.Column - 1] is not null)
            throw UnreadableFileException.Damaged($"单元格 {cell.Address} 出现了两次");
        row[cell.Column - 1] = cell;
    }

    public static void CheckPlace(int row, int column)
    {
        if (row > MaxRows)
            throw new UnreadableFileException(
                $"表格超过 {MaxRows} 行（第 {row} 行还有内容）。请删去多余的行，或分成几个文件后再上传。");
        if (column > MaxColumns)
            throw new UnreadableFileException(
                $"表格超过 {MaxColumns} 列（单元格 {CellAddress.Of(row, column)} 还有内容）。请删去多余的列后再上传。");
    }

    public Sheet Build() => new(rows.Select(row => new SheetRow(row.Key, row.Value)).ToList());

    private void CheckLength(SheetCell cell)
    {
        var length = cell.Text?.Length ?? 0;
        if (length > MaxCellLength)
            throw new UnreadableFileException(
                $"单元格 {cell.Address} 的文字超过 {MaxCellLength} 个字。请缩短后再上传。");
        totalLength += length;
        if (totalLength > MaxTotalLength)
            throw TooMuchText();
    }

    public static UnreadableFileException TooMuchText() =>
        new("表格里的文字太多。请只保留要导入的内容，或分成几个文件后再上传。");
}
