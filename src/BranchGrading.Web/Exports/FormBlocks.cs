using BranchGrading.Data;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>A form of blocks on a grid of equal columns: headings, labelled cells side by side, and boxes for long texts with room to sign.</summary>
public sealed class FormBlocks(XLWorkbook workbook, string name, SchoolSettings settings)
    : FormSheet(workbook, name, settings, [.. Enumerable.Repeat(ColumnWidth, Columns)], isLandscape: false)
{
    /// <summary>A place to sign where a seal is set: it takes more room than a name.</summary>
    public const string Seal = "盖章";

    /// <summary>The columns of the grid.</summary>
    public const int Columns = 12;

    private const double ColumnWidth = 7.7;

    /// <summary>What the label beside a long text takes of the grid.</summary>
    private const int LabelColumns = 2;

    /// <summary>A piece of a long text takes so many lines at most, so that a page is filled before the next one begins.</summary>
    private const int MaxTextLines = 12;

    private const double EdgePadding = 7;
    private const double InnerPadding = 3;

    private readonly List<(FormCellLook Look, int Row, int From, int To)> _cells = [];
    private readonly List<(int Row, Box Box)> _lines = [];
    private readonly List<int> _sections = [];

    /// <summary>The line that tells whose form it is; it stays in sight and stands on every page.</summary>
    public void RepeatedHead(string left, string right)
    {
        Head(left, right);
        RepeatLastRow();
    }

    /// <summary>一、基本情况: begins a block.</summary>
    public void Section(string heading)
    {
        Across(heading);
        _sections.Add(NextRow - 1);
    }

    /// <summary>Cells side by side over the whole width.</summary>
    public void Cells(params IReadOnlyList<FormCell> cells)
    {
        var placed = new List<(FormCell Cell, int From, int To)>();
        foreach (var cell in cells)
        {
            var from = placed.Count == 0 ? 1 : placed[^1].To + 1;
            placed.Add((cell, from, from + cell.Span - 1));
        }

        Values([.. placed.Select(cell => (cell.From, Width(cell.From, cell.To), cell.Cell.Value))], row =>
        {
            foreach (var (cell, from, to) in placed)
            {
                if (from < to)
                    Sheet.Range(row, from, row, to).Merge();
                _cells.Add((cell.Look, row, from, to));
            }
        });
    }

    /// <summary>
    /// What it is about at the left, beside it a text in as many rows as it takes, one box, and the places to sign below it; where there
    /// is no text, room to write one. A label stands in the row where its text begins, so that no page ends between them.
    /// </summary>
    public void Text(string label, string? text, int room, params IReadOnlyList<string> signatures)
    {
        var width = Width(LabelColumns + 1, Columns);
        var pieces = FormText.Passages(text ?? "", width, MaxTextLines);
        for (var index = 0; index < Math.Max(1, pieces.Count); index++)
        {
            var piece = index < pieces.Count ? pieces[index] : "";
            var isLast = index >= pieces.Count - 1;
            var lines = Math.Max(FormText.Lines(piece.TrimEnd('\r', '\n'), width), index == 0 ? FormText.Lines(label, Width(1, LabelColumns)) : 1);
            // Paragraphs of one text stand closer than the rows of a table.
            var height = pieces.Count == 0 ? Height(Math.Max(room, lines)) : lines * LineHeight + (index == 0 || isLast ? EdgePadding : InnerPadding);
            Line(index == 0 ? label : "", piece, height, new(index == 0, isLast && signatures.Count == 0, false));
        }

        if (signatures.Count > 0)
            Line("", string.Concat(signatures.Select(signature => $"{signature}：　　　　　　　")) + "　　年　　月　　日　", LeastHeight * (signatures.Contains(Seal) ? 3 : 1.5), new(false, true, true));
    }

    public override void End()
    {
        foreach (var look in _cells.GroupBy(cell => cell.Look))
            Paint(look.Select(cell => (cell.Row, cell.From, cell.Row, cell.To)), Style(look.Key));
        foreach (var (box, rows) in _lines.GroupBy(line => line.Box, line => line.Row).Select(group => (group.Key, group.ToList())))
        {
            Paint(rows.Select(row => (row, 1, row, LabelColumns)), style => Boxed(style, box.HasTop, box.HasBottom).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center));
            Paint(rows.Select(row => (row, LabelColumns + 1, row, Columns)), style => Boxed(style, box.HasTop, box.HasBottom)
                .Alignment.SetHorizontal(box.IsSigned ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left)
                .Alignment.SetVertical(box.IsSigned ? XLAlignmentVerticalValues.Center : XLAlignmentVerticalValues.Top));
        }

        Paint(_sections.Select(row => (row, 1, row, Columns)), style => Boxed(style).Font.SetBold());
        base.End();
    }

    private void Line(string label, string text, double height, Box box)
    {
        Write(Sheet.Cell(NextRow, 1), label);
        Write(Sheet.Cell(NextRow, LabelColumns + 1), text);
        Sheet.Range(NextRow, 1, NextRow, LabelColumns).Merge();
        Sheet.Range(NextRow, LabelColumns + 1, NextRow, Columns).Merge();
        _lines.Add((NextRow, box));
        Advance(height);
    }

    private Action<IXLStyle> Style(FormCellLook look) => style =>
    {
        Boxed(style).Alignment.SetHorizontal(look == FormCellLook.Left ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center);
        if (look == FormCellLook.Points)
            style.NumberFormat.SetNumberFormatId(TwoPlaces);
    };

    /// <summary>Which lines a row of a text's box has, and whether it is the one to sign.</summary>
    private sealed record Box(bool HasTop, bool HasBottom, bool IsSigned);
}
