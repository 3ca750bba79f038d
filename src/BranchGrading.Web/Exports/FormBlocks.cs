using BranchGrading.Data;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>A form of blocks on a grid of equal columns: headings, labelled cells side by side, and boxes for long texts with room to sign.</summary>
public sealed class FormBlocks(XLWorkbook workbook, string name, SchoolSettings settings)
    : FormSheet(workbook, name, settings, [.. Enumerable.Repeat(ColumnWidth, Columns)], isLandscape: false)
{
    /// <summary>The columns of the grid.</summary>
    public const int Columns = 12;

    private const double ColumnWidth = 7.7;

    /// <summary>A piece of a long text takes so many lines at most, so that a page is filled before the next one begins.</summary>
    private const int MaxTextLines = 10;

    private readonly List<(FormCellLook Look, int Row, int From, int To)> _cells = [];
    private readonly List<(int Row, bool HasTop, bool HasBottom)> _texts = [];
    private readonly List<int> _signatures = [];
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

    /// <summary>A box with a text in as many rows as it takes, and the places to sign below it; where there is no text, room to write one.</summary>
    public void Text(string? text, int leastLines, params IReadOnlyList<string> signatures)
    {
        var pieces = FormText.Passages(text ?? "", FullWidth, MaxTextLines);
        for (var index = 0; index < Math.Max(1, pieces.Count); index++)
        {
            var piece = index < pieces.Count ? pieces[index] : "";
            Write(Sheet.Cell(NextRow, 1), piece);
            Sheet.Range(NextRow, 1, NextRow, Columns).Merge();
            var isLast = index >= pieces.Count - 1;
            _texts.Add((NextRow, index == 0, isLast && signatures.Count == 0));
            var lines = FormText.Lines(piece.TrimEnd('\r', '\n'), FullWidth);
            Advance(Height(isLast && pieces.Count <= 1 ? Math.Max(lines, leastLines) : lines));
        }

        if (signatures.Count > 0)
            Signatures(signatures);
    }

    public override void End()
    {
        foreach (var look in _cells.GroupBy(cell => cell.Look))
            Paint(look.Select(cell => (cell.Row, cell.From, cell.Row, cell.To)), Style(look.Key));
        foreach (var box in _texts.GroupBy(text => (text.HasTop, text.HasBottom)))
        {
            Paint(box.Select(text => (text.Row, 1, text.Row, Columns)), style => Boxed(style, box.Key.HasTop, box.Key.HasBottom)
                .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetVertical(XLAlignmentVerticalValues.Top));
        }

        Paint(_signatures.Select(row => (row, 1, row, Columns)), style => Boxed(style, hasTop: false).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right));
        Paint(_sections.Select(row => (row, 1, row, Columns)), style => Boxed(style).Font.SetBold());
        base.End();
    }

    private void Signatures(IReadOnlyList<string> signatures)
    {
        Merge(1, Columns, string.Concat(signatures.Select(signature => $"{signature}：　　　　　　　")) + "　　年　　月　　日　");
        _signatures.Add(NextRow);
        Advance(LeastHeight * 1.5);
    }

    private Action<IXLStyle> Style(FormCellLook look) => style =>
    {
        Boxed(style).Alignment.SetHorizontal(look == FormCellLook.Left ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center);
        if (look == FormCellLook.Points)
            style.NumberFormat.SetNumberFormatId(TwoPlaces);
    };
}
