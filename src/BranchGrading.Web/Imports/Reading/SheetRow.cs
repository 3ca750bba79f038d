namespace BranchGrading.Web.Imports.Reading;

/// <summary>A row that has at least one filled cell.</summary>
public sealed class SheetRow
{
    private readonly SheetCell?[] cells;

    internal SheetRow(int number, SheetCell?[] cells) => (Number, this.cells) = (number, cells);

    /// <summary>The row number a spreadsheet program shows.</summary>
    public int Number { get; }

    /// <summary>The filled cells from left to right.</summary>
    public IEnumerable<SheetCell> Cells => cells.OfType<SheetCell>();

    /// <summary>The cell in a column counted from 1; a blank one where nothing is written.</summary>
    public SheetCell this[int column] =>
        (column >= 1 && column <= cells.Length ? cells[column - 1] : null) ?? new SheetCell(Number, column);
}
