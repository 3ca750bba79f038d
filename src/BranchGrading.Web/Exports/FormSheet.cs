using System.Text.RegularExpressions;
using BranchGrading.Data;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BranchGrading.Web.Exports;

/// <summary>
/// One sheet of an official form, written from top to bottom: label and title, head, what the form holds, notes, places for signatures.
/// A4, one page wide. Heights come from counting characters: no program lets merged rows grow.
/// </summary>
public abstract partial class FormSheet
{
    protected const double LeastHeight = 22;

    protected const double LineHeight = 15;

    /// <summary>As many lines as a row can be high: it ends at 409 points.</summary>
    protected const int MaxLines = 26;

    /// <summary>The number of the built-in format 0.00.</summary>
    protected const int TwoPlaces = 2;

    private const double ColumnMargin = 0.71;
    private const double TitleSize = 18;
    private const double BodySize = 11;
    private const double Padding = 7;

    private readonly SchoolSettings _settings;
    private readonly IReadOnlyList<double> _widths;
    private readonly List<IXLCell> _quoted = [];

    protected FormSheet(XLWorkbook workbook, string name, SchoolSettings settings, IReadOnlyList<double> widths, bool isLandscape)
    {
        (_settings, _widths) = (settings, widths);
        Sheet = workbook.AddWorksheet(name);
        for (var index = 0; index < widths.Count; index++)
            Sheet.Column(index + 1).Width = widths[index];
        SetUpPage(isLandscape);
    }

    protected IXLWorksheet Sheet { get; }

    /// <summary>The row that is written next.</summary>
    protected int NextRow { get; private set; } = 1;

    protected double FullWidth => Width(1, _widths.Count);

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

    /// <summary>The line above the form: who hands in, and for what.</summary>
    public void Head(string left, string right)
    {
        // What is short stays on one line; the other side gets the rest of the width.
        var columns = _widths.Count;
        var middle = columns / 2 + 1;
        while (middle < columns - 1 && FormText.Lines(left, Width(1, middle)) > 1 && FormText.Lines(right, Width(middle + 2, columns)) == 1)
            middle++;
        Merge(1, middle, left);
        Merge(middle + 1, columns, right).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        Advance(Height(Math.Max(FormText.Lines(left, Width(1, middle)), FormText.Lines(right, Width(middle + 1, columns)))));
    }

    /// <summary>A text under the form, across all columns, in as many rows as it takes.</summary>
    public void Note(string text)
    {
        foreach (var piece in FormText.Pieces(text, FullWidth, MaxLines))
            Across(piece);
    }

    /// <summary>校验码 of a form that is handed in: under the table, and in the foot of every page, so that no page of another version slips in.</summary>
    public void CheckCode(string? code)
    {
        if (code is null)
            return;
        Note($"报送校验码：{code}（纸质版和电子版的校验码应当一致）");
        Sheet.PageSetup.Footer.Right.AddText($"校验码 {code}");
    }

    /// <summary>The places for signatures, spread over the width.</summary>
    public void Foot()
    {
        NextRow++;
        var columns = _widths.Count;
        var places = _settings.FormFoot.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var from = 1;
        for (var place = 0; place < places.Length && from <= columns; place++)
        {
            var end = FullWidth * (place + 1) / places.Length;
            var to = from;
            while (to < columns && (place == places.Length - 1 || Width(1, to) < end - _widths[to] / 2))
                to++;
            Merge(from, to, places[place] + "：");
            from = to + 1;
        }

        Advance(LeastHeight);
    }

    /// <summary>Draws the lines and sets what is printed. Comes last.</summary>
    public virtual void End()
    {
        foreach (var cell in _quoted)
            cell.Style.IncludeQuotePrefix = true;
        Sheet.PageSetup.PrintAreas.Add(1, 1, NextRow - 1, _widths.Count);
    }

    /// <summary>The row above stays in sight with all before it, and is repeated on every page.</summary>
    protected void RepeatLastRow()
    {
        Sheet.SheetView.FreezeRows(NextRow - 1);
        Sheet.PageSetup.SetRowsToRepeatAtTop(NextRow - 1, NextRow - 1);
    }

    protected static double Height(int lines) => Math.Max(LeastHeight, lines * LineHeight + Padding);

    /// <summary>The width of columns side by side: each has a margin of its own, which is room for text where they are merged.</summary>
    protected double Width(int from, int to) => _widths.Skip(from - 1).Take(to - from + 1).Sum() + (to - from) * ColumnMargin;

    protected void Advance(double height) => Sheet.Row(NextRow++).Height = height;

    protected IXLStyle Lettered(IXLStyle style) =>
        style.Font.SetFontName(_settings.BodyFont).Font.SetFontSize(BodySize).Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetWrapText();

    protected IXLStyle Boxed(IXLStyle style, bool hasTop = true, bool hasBottom = true)
    {
        Lettered(style).Border.SetLeftBorder(XLBorderStyleValues.Thin).Border.SetRightBorder(XLBorderStyleValues.Thin);
        if (hasTop)
            style.Border.SetTopBorder(XLBorderStyleValues.Thin);
        if (hasBottom)
            style.Border.SetBottomBorder(XLBorderStyleValues.Thin);
        return style;
    }

    /// <summary>Gives many ranges one style. It is made once and handed on: setting its parts cell by cell costs more than all the rest.</summary>
    protected void Paint(IEnumerable<(int FromRow, int FromColumn, int ToRow, int ToColumn)> ranges, Action<IXLStyle> make)
    {
        IXLStyle? made = null;
        foreach (var (fromRow, fromColumn, toRow, toColumn) in ranges)
        {
            if (made is null)
            {
                var first = Sheet.Cell(fromRow, fromColumn);
                make(first.Style);
                made = first.Style;
            }

            Sheet.Range(fromRow, fromColumn, toRow, toColumn).Style = made;
        }
    }

    /// <summary>Writes values side by side; a text that does not fit into a row's height runs on in the next. Answers the first and the last row.</summary>
    protected (int From, int To) Values(IReadOnlyList<(int Column, double Width, object? Value)> cells, Action<int>? merge = null)
    {
        var from = NextRow;
        var pieces = cells.Select(cell => cell.Value is string text ? FormText.Pieces(text, cell.Width, MaxLines) : []).ToArray();
        for (var part = 0; part < Math.Max(1, pieces.Max(texts => texts.Count)); part++)
        {
            var lines = 1;
            for (var index = 0; index < cells.Count; index++)
            {
                var cell = Sheet.Cell(NextRow, cells[index].Column);
                if (part < pieces[index].Count)
                {
                    Write(cell, pieces[index][part]);
                    lines = Math.Max(lines, FormText.Lines(pieces[index][part], cells[index].Width));
                }
                else if (part == 0 && cells[index].Value is int whole)
                {
                    cell.SetValue(whole);
                }
                else if (part == 0 && cells[index].Value is decimal number)
                {
                    cell.SetValue(number);
                }
            }

            merge?.Invoke(NextRow);
            Advance(Height(lines));
        }

        return (from, NextRow - 1);
    }

    protected IXLRange Across(string text, double size = BodySize)
    {
        var range = Merge(1, _widths.Count, text);
        var lines = FormText.Lines(text, FullWidth * BodySize / size);
        Advance(Math.Max(LeastHeight, lines * LineHeight * size / BodySize + Padding));
        return range;
    }

    protected IXLRange Merge(int from, int to, string text)
    {
        Write(Sheet.Cell(NextRow, from), text);
        var range = Sheet.Range(NextRow, from, NextRow, to);
        Lettered(range.Style);
        return from < to ? range.Merge() : range;
    }

    /// <summary>Always a text: a number or a formula would be made of some otherwise.</summary>
    protected void Write(IXLCell cell, string text)
    {
        cell.SetValue(FormText.Writable(text));
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@')
            _quoted.Add(cell);
    }

    private void SetUpPage(bool isLandscape)
    {
        var page = Sheet.PageSetup;
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
