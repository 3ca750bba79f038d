using System.Globalization;
using System.Text;
using BranchGrading.Web.Imports.Reading;
using Xunit;

namespace BranchGrading.Web.Tests.Imports.Reading;

public sealed class SheetReaderTests
{
    [Fact]
    public void The_first_visible_worksheet_is_read()
    {
        var sheet = Open(ZipParts.Workbook()
            .With("xl/workbook.xml", ZipParts.BookOf("<sheet name='a' sheetId='1' state='hidden' r:id='rId9'/><sheet name='b' sheetId='2' r:id='rId1'/>")));
        Assert.Equal("学生第一党支部", sheet.Rows[1][1].Text);
    }

    [Fact]
    public void The_strict_dialect_and_prefixed_elements_are_read()
    {
        var sheet = Open(ZipParts.Workbook().With("xl/worksheets/sheet1.xml", """
            <x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="3"><x:c r="C3"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """).With("xl/_rels/workbook.xml.rels", ZipParts.Relationships(
                ("rId1", "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet", "/xl/worksheets/sheet1.xml"))));
        Assert.Equal("C3", Assert.Single(Assert.Single(sheet.Rows).Cells).Address);
    }

    [Fact]
    public void Runs_are_joined_phonetic_hints_left_out_and_escapes_resolved()
    {
        var sheet = Open(ZipParts.Workbook()
            .WithShared("<si><t>未用</t></si><si><r><t>材料</t></r><r><rPr><b/></rPr><t xml:space='preserve'> 学院</t></r><rPh sb='0' eb='1'><t>cailiao</t></rPh></si><si><t>一_x000D_\n二_x005F_</t></si>")
            .WithRows("<row><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='inlineStr'><is><r><t>甲</t></r><rPh><t>jia</t></rPh><r><t><![CDATA[<乙>]]></t></r></is></c></row>"));
        Assert.Equal(["材料 学院", "一\r\n二_", "甲<乙>"], sheet.Rows[0].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void Booleans_errors_and_formulas_are_told_apart()
    {
        var row = Open(ZipParts.Workbook().WithRows("""
            <row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c t="str"><f t="shared" si="0"/><v>甲</v></c><c><f>A1</f></c><c t="d"><v>2011-09-01T00:00:00</v></c></row>
            """)).Rows[0];
        Assert.Equal(["TRUE", "#N/A", "2", "甲", null, "2011-09-01"], row.Cells.Select(cell => cell.Text));
        Assert.Equal([false, false, true, true, true, false], row.Cells.Select(cell => cell.IsFormula));
        Assert.True(row[2].IsError);
        Assert.Equal(new DateOnly(2011, 9, 1), row[6].Date);
    }

    [Theory]
    [InlineData("88.349999999999994", "88.35")]
    [InlineData("13800000001", "13800000001")]
    [InlineData("1.38E10", "13800000000")]
    [InlineData("2011.1", "2011.1")]
    [InlineData("-0.5", "-0.5")]
    [InlineData("1E-7", "0.0000001")]
    [InlineData("1E300", "1E+300")]
    [InlineData("0", "0")]
    public void A_number_reads_as_a_person_sees_it(string stored, string seen) =>
        Assert.Equal(seen, Open(ZipParts.Workbook().WithRows($"<row><c><v>{stored}</v></c></row>")).Rows[0][1].Text);

    [Theory]
    [InlineData(14, "", "40787", false, "2011-09-01")]
    [InlineData(57, "", "40787", false, "2011-09-01")]
    [InlineData(164, "yyyy\\-mm\\-dd\\ h:mm:ss", "40787.75", false, "2011-09-01")]
    [InlineData(164, "[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@", "40787", false, "2011-09-01")]
    [InlineData(164, "yyyy-mm-dd", "39325", true, "2011-09-01")]
    [InlineData(164, "yyyy-mm-dd", "59", false, "1900-02-28")]
    [InlineData(164, "yyyy-mm-dd", "61", false, "1900-03-01")]
    [InlineData(164, "yyyy-mm-dd", "60", false, null)]
    [InlineData(164, "yyyy-mm-dd", "-1", false, null)]
    [InlineData(164, "yyyy-mm-dd", "1E20", false, null)]
    [InlineData(164, "0.00_);[Red]\\d0", "40787", false, null)]
    [InlineData(164, "&quot;day&quot;0", "40787", false, null)]
    [InlineData(164, "[h]:mm", "40787", false, null)]
    [InlineData(164, "General", "40787", false, null)]
    [InlineData(2, "", "40787", false, null)]
    public void A_number_shown_as_a_date_is_a_date(int id, string code, string stored, bool is1904, string? day)
    {
        var book = ZipParts.Workbook().WithStyles($"<numFmt numFmtId='164' formatCode='{code}'/>", $"<xf numFmtId='0'/><xf numFmtId='{id}'/>")
            .WithRows($"<row><c s='1'><v>{stored}</v></c></row>");
        if (is1904)
            book.With("xl/workbook.xml", ZipParts.BookOf("<sheet name='a' sheetId='1' r:id='rId1'/>", "<workbookPr date1904='1'/>"));
        var cell = Open(book).Rows[0][1];
        Assert.Equal(day, cell.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.NotNull(cell.Number);
    }

    [Theory]
    [InlineData("a,b\r\n\"c,1\",\"d\"\"e\nf\"\r\n")]
    [InlineData("\uFEFFa,b\n\"c,1\",\"d\"\"e\nf\"")]
    [InlineData("a\tb\rc,1\t\"d\"\"e\nf\"")]
    public void Csv_with_commas_or_tabs_and_quotes_is_read(string text)
    {
        var rows = SheetReader.Read(Encoding.UTF8.GetBytes(text), "x.CSV").Rows;
        Assert.Equal(["a", "b"], rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["c,1", "d\"e\nf"], rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal([1, 2], rows.Select(row => row.Number));
    }

    [Fact]
    public void Csv_counts_blank_lines_as_spreadsheets_do_and_ignores_blank_columns_far_right()
    {
        var rows = SheetReader.Read(Encoding.UTF8.GetBytes("a\n\n,b" + new string(',', 100)), "x.csv").Rows;
        Assert.Equal("B3", Assert.Single(rows[1].Cells).Address);
    }

    [Fact]
    public void Csv_in_gb18030_is_read_with_its_four_byte_characters()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        Assert.Equal("㛃子博", SheetReader.Read(gb18030.GetBytes("㛃子博,1"), "x.csv").Rows[0][1].Text);
    }

    [Fact]
    public void Csv_tells_numbers_formulas_and_errors_by_their_looks()
    {
        var row = SheetReader.Read("2011.10,=A1,#N/A,00123"u8.ToArray(), "x.csv").Rows[0];
        Assert.Equal(2011.1m, row[1].Number);
        Assert.Equal("2011.10", row[1].Text);
        Assert.True(row[2].IsFormula);
        Assert.True(row[3].IsError);
        Assert.Equal("00123", row[4].Text);
    }

    private static Sheet Open(ZipParts book) => SheetReader.Read(book.ToBytes(), "名册.xlsx");
}
