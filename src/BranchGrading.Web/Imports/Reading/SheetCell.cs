namespace BranchGrading.Web.Imports.Reading;

/// <summary>A cell as the file holds it.</summary>
/// <param name="Row">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Text">What a person sees (numbers to 15 significant digits, dates as 2011-09-01); null when blank.</param>
/// <param name="Number">The number, where the cell is one.</param>
/// <param name="Date">The day, where the cell is a number shown as a date.</param>
/// <param name="IsFormula">The cell is computed; <paramref name="Text"/> is the result the file was saved with.</param>
/// <param name="IsError">The cell shows an error value like #N/A.</param>
public sealed record SheetCell(
    int Row,
    int Column,
    string? Text = null,
    decimal? Number = null,
    DateOnly? Date = null,
    bool IsFormula = false,
    bool IsError = false)
{
    public string Address => CellAddress.Of(Row, Column);

    internal bool IsBlank => Text is null && !IsFormula;
}
