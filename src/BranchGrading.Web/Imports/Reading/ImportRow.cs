namespace BranchGrading.Web.Imports.Reading;

/// <summary>A row of data.</summary>
public sealed class ImportRow
{
    private readonly IReadOnlyDictionary<string, ImportCell> cells;

    internal ImportRow(int number, IReadOnlyDictionary<string, ImportCell> cells) => (Number, this.cells) = (number, cells);

    /// <summary>The row number a spreadsheet program shows.</summary>
    public int Number { get; }

    /// <summary>The cell of a column by the name it has in the import, whatever its header says; blank when the file lacks the column.</summary>
    public ImportCell Cell(string name) => cells[name];

    internal bool IsBlank => cells.Values.All(cell => cell.IsBlank);
}
