using BranchGrading.Web.Imports.Reading;
using ClosedXML.Excel;
using Xunit;

namespace BranchGrading.Web.Tests.Imports.Reading;

public sealed class ImportTemplateTests
{
    private static readonly byte[] Template = ImportTemplate.Write(
        "党组织名册", RosterSample.Columns, [["材料学院党委", "D01"], ["=1+1", "00123"]], ["一张表一行一个支部。", "-2 不要写负数"]);

    [Fact]
    public void An_untouched_template_holds_its_header_and_nothing_to_import() =>
        Assert.Contains("表头（第 2 行）下面没有可以导入的内容",
            Assert.Throws<UnreadableFileException>(() => ImportTable.From(SheetReader.Read(Template, "模板.xlsx"), RosterSample.Columns)).Message);

    [Fact]
    public void A_filled_template_is_read()
    {
        using var stream = new MemoryStream(Template);
        using var book = new XLWorkbook(stream);
        var sheet = book.Worksheet(1);
        foreach (var (text, column) in new[] { "材料学院党委", "01", "基层党委", "学生第一党支部", "学生" }.Select((text, index) => (text, index + 1)))
            sheet.Cell(3, column).SetValue(text);
        using var filled = new MemoryStream();
        book.SaveAs(filled);
        var table = ImportTable.From(SheetReader.Read(filled.ToArray(), "名册.xlsx"), RosterSample.Columns);
        Assert.Equal("01", Assert.Single(table.Rows).Cell("党组织编号").Text);
        Assert.Empty(table.IgnoredColumns);
    }

    [Fact]
    public void Required_columns_are_marked_codes_are_text_and_the_page_is_a4()
    {
        using var stream = new MemoryStream(Template);
        using var book = new XLWorkbook(stream);
        var sheet = book.Worksheet(1);
        Assert.NotEqual(sheet.Cell(2, 1).Style.Fill.BackgroundColor, sheet.Cell(2, 2).Style.Fill.BackgroundColor);
        Assert.Equal("@", sheet.Column(2).Style.NumberFormat.Format);
        Assert.Equal(30, sheet.Column(4).Width);
        Assert.Equal(XLPaperSize.A4Paper, sheet.PageSetup.PaperSize);
        Assert.Equal(2, sheet.SheetView.SplitRow);
    }

    [Fact]
    public void Examples_stand_among_the_notes_and_never_become_formulas()
    {
        using var stream = new MemoryStream(Template);
        using var book = new XLWorkbook(stream);
        var cells = book.Worksheet(2).CellsUsed().ToList();
        Assert.All(cells, cell => Assert.False(cell.HasFormula));
        Assert.Contains(cells, cell => cell.GetString() == "=1+1");
        Assert.Contains(cells, cell => cell.GetString() == "00123");
    }
}
