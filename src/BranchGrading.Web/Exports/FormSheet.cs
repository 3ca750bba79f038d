using System.Text.RegularExpressions;
using BranchGrading.Data;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BranchGrading.Web.Exports;

/// <summary>
/// One sheet of an official form, written from top to bottom: label and title, head, column heads, rows, notes, places for signatures.
/// A4, one page wide, the column heads repeated on every page. Heights come from counting characters: no program lets merged rows grow.
/// </summary>
public sealed partial class FormSheet
{
    private const double TitleSize = 18;
    private const double BodySize = 11;
    private const double LineHeight = 15;
    private const double Padding = 7;
    private const double LeastHeight = 22;

    /// <summary>As many lines as a row can be high: it ends at 409 points.</summary>
    private const int MaxLines = 26;

    /// <summary>The number of the built-in format 0.00.</summary>
    private const int TwoPlaces = 2;

    private readonly IXLWorksheet _sheet;
    private readonly SchoolSettings _settings;
    private readonly IReadOnlyList<FormColumn> _columns;
    private readonly List<(int From, int To)> _plain = [];
    private readonly List<(int From, int To)> _strong = [];
    private readonly List<(int From, int To)> _groups = [];
    private readonly List<IXLCell> _decimals = [];
    private readonly List<IXLCell> _quoted = [];
    private int _row = 1;

    public FormSheet(XLWorkbook workbook, string name, SchoolSettings settings, IReadOnlyList<FormColumn> columns, bool isLandscape)
    {
        (_settings, _columns) = (settings, columns);
        _sheet = workbook.AddWorksheet(name);
        for (var index = 0; index < columns.Count; index++)
            _sheet.Column(index + 1).Width = columns[index].Width;
        SetUpPage(isLandscape);
    }

    public static byte[] Save(XLWorkbook workbook)
    {
        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            // ClosedXML writes 4:4, which only Excel takes for the fourth row; others repeat nothing.
            foreach (var titles in document.WorkbookPart!.Workbook.Descendants<DefinedName>().Where(name => name.Name == "_xlnm.Print_Titles"))
                titles.Text = RelativeRows().Replace(titles.Text, "!$$$1:$$$2");
        }

        return stream.ToArray();
    }

    [GeneratedRegex(@"!(\d+):(\d+)")]
    private static partial Regex RelativeRows();

    /// <summary>附表4 at the left, below it the title with the school's note.</summary>
    public void Title(string label, string title)
    {
        Across(label);
        var note = string.IsNullOrWhiteSpace(_settings.FormNote) ? "" : $"（{_settings.FormNote.Trim()}）";
        Across(title + note, TitleSize).Style.Font.SetFontName(_settings.TitleFont).Font.SetFontSize(TitleSize)
            .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
    }

    /// <summary>The line above the table: who hands in, and for what.</summary>
    public void Head(string left, string right)
    {
        var middle = _columns.Count / 2 + 1;
        Merge(1, middle, left);
        Merge(middle + 1, _columns.Count, right).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        _sheet.Row(_row++).Height = Height(Math.Max(
            FormText.Lines(left, _columns.Take(middle).Sum(column => column.Width)), FormText.Lines(right, _columns.Skip(middle).Sum(column => column.Width))));
    }

    /// <summary>The heads of the columns, in one row; it stays in sight and stands on every page.</summary>
    public void ColumnHeads()
    {
        _sheet.SheetView.FreezeRows(_row);
        _sheet.PageSetup.SetRowsToRepeatAtTop(_row, _row);
        StrongRow([.. _columns.Select(column => column.Head)]);
    }

    /// <summary>One row of the table; a text that does not fit into a row's height runs on in the next.</summary>
    public void Row(params IReadOnlyList<object?> values) => _plain.Add(Rows(values));

    /// <summary>A row of heads or sums within the table.</summary>
    public void StrongRow(params IReadOnlyList<object?> values)
    {
        _strong.Add(Rows(values));
        _decimals.AddRange(values.Index().Where(value => value.Item is decimal).Select(value => _sheet.Cell(_strong[^1].From, value.Index + 1)));
    }

    /// <summary>A line of the table across all columns, which begins a group.</summary>
    public void GroupRow(string text)
    {
        Across(text);
        _groups.Add((_row - 1, _row - 1));
    }

    /// <summary>A text under the table, across all columns, in as many rows as it takes.</summary>
    public void Note(string text)
    {
        foreach (var piece in FormText.Pieces(text, FullWidth, MaxLines))
            Across(piece);
    }

    /// <summary>The places for signatures, spread over the width.</summary>
    public void Foot()
    {
        _row++;
        var places = _settings.FormFoot.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var from = 1;
        for (var place = 0; place < places.Length && from <= _columns.Count; place++)
        {
            var end = FullWidth * (place + 1) / places.Length;
            var to = from;
            while (to < _columns.Count && (place == places.Length - 1 || _columns.Take(to).Sum(column => column.Width) < end - _columns[to].Width / 2))
                to++;
            Merge(from, to, places[place] + "：");
            from = to + 1;
        }

        _sheet.Row(_row++).Height = LeastHeight;
    }

    /// <summary>Draws the table's lines and sets what is printed. Comes last.</summary>
    public void End()
    {
        // A style is made once and handed on: setting its parts cell by cell costs more than all the rest.
        for (var column = 1; column <= _columns.Count; column++)
            Paint(_plain, column, column, Style(_columns[column - 1]));
        Paint(_strong, 1, _columns.Count, style => Boxed(style).Font.SetBold().Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center));
        Paint(_groups, 1, _columns.Count, style => Boxed(style).Font.SetBold());
        foreach (var cell in _decimals)
            cell.Style.NumberFormat.SetNumberFormatId(TwoPlaces);
        foreach (var cell in _quoted)
            cell.Style.IncludeQuotePrefix = true;
        _sheet.PageSetup.PrintAreas.Add(1, 1, _row - 1, _columns.Count);
    }

    private double FullWidth => _columns.Sum(column => column.Width);

    private static double Height(int lines) => Math.Max(LeastHeight, lines * LineHeight + Padding);

    private IXLStyle Lettered(IXLStyle style) =>
        style.Font.SetFontName(_settings.BodyFont).Font.SetFontSize(BodySize).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();

    private IXLStyle Boxed(IXLStyle style) => Lettered(style).Border.SetTopBorder(XLBorderStyleValues.Thin).Border.SetBottomBorder(XLBorderStyleValues.Thin)
        .Border.SetLeftBorder(XLBorderStyleValues.Thin).Border.SetRightBorder(XLBorderStyleValues.Thin);

    private Action<IXLStyle> Style(FormColumn column) => style =>
    {
        Boxed(style).Alignment.SetHorizontal(column.IsLeft ? XLAlignmentHorizontalValues.Left : XLAlignmentHorizontalValues.Center);
        if (column.IsDecimal)
            style.NumberFormat.SetNumberFormatId(TwoPlaces);
    };

    private void Paint(List<(int From, int To)> rows, int fromColumn, int toColumn, Action<IXLStyle> make)
    {
        if (rows.Count == 0)
            return;
        var first = _sheet.Cell(rows[0].From, fromColumn);
        make(first.Style);
        var made = first.Style;
        foreach (var (from, to) in Joined(rows))
            _sheet.Range(from, fromColumn, to, toColumn).Style = made;
    }

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

    private (int From, int To) Rows(IReadOnlyList<object?> values)
    {
        var from = _row;
        var pieces = values.Select((value, index) => value is string text ? FormText.Pieces(text, _columns[index].Width, MaxLines) : []).ToArray();
        for (var part = 0; part < Math.Max(1, pieces.Max(texts => texts.Count)); part++)
        {
            var lines = 1;
            for (var index = 0; index < values.Count; index++)
            {
                if (part < pieces[index].Count)
                {
                    Write(_sheet.Cell(_row, index + 1), pieces[index][part]);
                    lines = Math.Max(lines, FormText.Lines(pieces[index][part], _columns[index].Width));
                }
                else if (part == 0 && values[index] is int whole)
                {
                    _sheet.Cell(_row, index + 1).SetValue(whole);
                }
                else if (part == 0 && values[index] is decimal number)
                {
                    _sheet.Cell(_row, index + 1).SetValue(number);
                }
            }

            _sheet.Row(_row++).Height = Height(lines);
        }

        return (from, _row - 1);
    }

    private IXLRange Across(string text, double size = BodySize)
    {
        var range = Merge(1, _columns.Count, text);
        var lines = FormText.Lines(text, FullWidth * BodySize / size);
        _sheet.Row(_row++).Height = Math.Max(LeastHeight, lines * LineHeight * size / BodySize + Padding);
        return range;
    }

    private IXLRange Merge(int from, int to, string text)
    {
        Write(_sheet.Cell(_row, from), text);
        var range = _sheet.Range(_row, from, _row, to);
        Lettered(range.Style);
        return from < to ? range.Merge() : range;
    }

    /// <summary>Always a text: a number or a formula would be made of some otherwise.</summary>
    private void Write(IXLCell cell, string text)
    {
        cell.SetValue(FormText.Writable(text));
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@')
            _quoted.Add(cell);
    }

    private void SetUpPage(bool isLandscape)
    {
        var page = _sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = isLandscape ? XLPageOrientation.Landscape : XLPageOrientation.Portrait;
        page.FitToPages(1, 0);
        page.CenterHorizontally = true;
        page.Margins.SetLeft(0.5).SetRight(0.5).SetTop(0.55).SetBottom(0.6).SetHeader(0.3).SetFooter(0.3);
        page.Footer.Center.AddText("第 ");
        page.Footer.Center.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Center.AddText(" 页 / 共 ");
        page.Footer.Center.AddText(XLHFPredefinedText.NumberOfPages);
        page.Footer.Center.AddText(" 页");
    }
}
