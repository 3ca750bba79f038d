using BranchGrading.Data;
using ClosedXML.Excel;

namespace BranchGrading.Web.Exports;

/// <summary>A form that is a table: column heads, repeated on every page, rows, groups and sums.</summary>
public sealed class FormTable(XLWorkbook workbook, string name, SchoolSettings settings, IReadOnlyList<FormColumn> columns)
    : FormSheet(workbook, name, settings, [.. columns.Select(column => column.Width)], isLandscape: true)
{
    private readonly List<(int From, int To)> _plain = [];
    private readonly List<(int From, int To)> _strong = [];
    private readonly List<(int From, int To)> _groups = [];
    private readonly List<IXLCell> _decimals = [];

    /// <summary>The heads of the columns, in one row; it stays in sight and stands on every page.</summary>
    public void ColumnHeads()
    {
        StrongRow([.. columns.Select(column => column.Head)]);
        RepeatLastRow();
    }

    /// <summary>One row of the table; a text that does not fit into a row's height runs on in the next.</summary>
    public void Row(params IReadOnlyList<object?> values) => _plain.Add(Rows(values));

    /// <summary>A row of heads or sums within the table.</summary>
    public void StrongRow(params IReadOnlyList<object?> values)
    {
        _strong.Add(Rows(values));
        _decimals.AddRange(values.Index().Where(value => value.Item is decimal).Select(value => Sheet.Cell(_strong[^1].From, value.Index + 1)));
    }

    /// <summary>A line of the table across all columns, which begins a group.</summary>
    public void GroupRow(string text)
    {
        Across(text);
        _groups.Add((NextRow - 1, NextRow - 1));
    }

    public override void End()
    {
        for (var column = 1; column <= columns.Count; column++)
            Paint(Joined(_plain).Select(rows => (rows.From, column, rows.To, column)), Style(columns[column - 1]));
        Paint(Whole(_strong), style => Boxed(style).Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center));
        Paint(Whole(_groups), style => Boxed(style).Font.SetBold());
        foreach (var cell in _decimals)
            cell.Style.NumberFormat.SetNumberFormatId(TwoPlaces);
        base.End();
    }

    private Action<IXLStyle> Style(FormColumn column) => style =>
    {
        Boxed(style).Alignment.SetHorizontal(column.IsLeft ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center);
        if (column.IsDecimal)
            style.NumberFormat.SetNumberFormatId(TwoPlaces);
    };

    private IEnumerable<(int FromRow, int FromColumn, int ToRow, int ToColumn)> Whole(List<(int From, int To)> rows) =>
        Joined(rows).Select(range => (range.From, 1, range.To, columns.Count));

    private static IEnumerable<(int From, int To)> Joined(List<(int From, int To)> rows)
    {
        for (var index = 0; index < rows.Count;)
        {
            var (from, to) = rows[index++];
            while (index < rows.Count && rows[index].From == to + 1)
                to = rows[index++].To;
            yield return (from, to);
        }
    }

    private (int From, int To) Rows(IReadOnlyList<object?> values) =>
        Values([.. values.Select((value, index) => (index + 1, columns[index].Width, value))]);
}
