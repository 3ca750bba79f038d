using System.Buffers.Binary;
using System.Text;
using BranchGrading.Web.Imports.Reading;
using Xunit;

namespace BranchGrading.Web.Tests.Imports.Reading;

public sealed class HostileFileTests
{
    private const string Filled = "<is><t>x</t></is>";

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];

    private static readonly Dictionary<string, Func<byte[]>> Refused = new()
    {
        ["nothing"] = () => [],
        ["more than 10 MB"] = () => new byte[SheetReader.MaxUpload + 1],
        ["a bomb in the sheet"] = () => Book().With("xl/worksheets/sheet1.xml", Bomb("<worksheet><sheetData>", "<row/>")).ToBytes(),
        ["a bomb of cells"] = () => Book().With("xl/worksheets/sheet1.xml", Bomb("<worksheet><sheetData><row>", "<c/>")).ToBytes(),
        ["a bomb of spaces"] = () => Book().With("xl/worksheets/sheet1.xml", Bomb("<worksheet>", " ")).ToBytes(),
        ["a bomb in the shared strings"] = () => Shared().With("xl/sharedStrings.xml", Bomb("<sst>", "<si><t>x</t></si>")).ToBytes(),
        ["a bomb in the styles"] = () => Book().With("xl/styles.xml", Bomb("<styleSheet><cellXfs>", "<xf/>")).ToBytes(),
        ["a bomb in the workbook"] = () => Book().With("xl/workbook.xml", Bomb("<workbook><sheets>", "<sheet id='a'/>")).ToBytes(),
        ["a bomb in the relationships"] = () => Book().With("xl/_rels/workbook.xml.rels", Bomb("<Relationships>", "<Relationship/>")).ToBytes(),
        ["a bomb in the content types"] = () => Book().With("[Content_Types].xml", Bomb("<Types>", "<Default/>")).ToBytes(),
        ["a bomb whose header lies about its size"] = () => LyingAboutSizes(Book().With("xl/worksheets/sheet1.xml", Bomb("<worksheet>", " ")).ToBytes()),
        ["one text of 20 MB"] = () => Book().WithRows($"<row><c t='inlineStr'><is><t>{new string('x', 20_000_000)}</t></is></c></row>").ToBytes(),
        ["one attribute of 20 MB"] = () => Book().WithRows($"<row spans='{new string('x', 20_000_000)}'/>").ToBytes(),
        ["one CDATA section of 20 MB"] = () => Book().WithRows($"<row><c><v><![CDATA[{new string('<', 20_000_000)}]]></v></c></row>").ToBytes(),
        ["elements 100,000 deep"] = () => Book().WithRows(string.Concat(Enumerable.Repeat("<a>", 100_000))).ToBytes(),
        ["elements deep where nothing is read"] = () => Book().With("xl/styles.xml", string.Concat(Enumerable.Repeat("<a>", 100_000))).ToBytes(),
        ["100,000 names of elements"] = () => Book().WithRows(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<a{i}/>"))).ToBytes(),
        ["a text of 32,768 characters"] = () => Book().WithRows(Inline(new string('长', 32_768))).ToBytes(),
        ["many runs in one text"] = () => Book().WithRows($"<row><c t='inlineStr'><is>{string.Concat(Enumerable.Repeat("<r><t>0123456789</t></r>", 30_000))}</is></c></row>").ToBytes(),
        ["11 million characters through one shared string"] = () => Shared($"<si><t>{new string('x', 32_000)}</t></si>", string.Concat(Enumerable.Repeat("<row>" + string.Concat(Enumerable.Repeat("<c t='s'><v>0</v></c>", 50)) + "</row>", 10))).ToBytes(),
        ["a value in XFD1048576"] = () => Book().WithRows($"<row r='1048576'><c r='XFD1048576' t='inlineStr'>{Filled}</c></row>").ToBytes(),
        ["a value in row 5,001"] = () => Book().WithRows($"<row r='5001'><c r='A5001'><v>1</v></c></row>").ToBytes(),
        ["a value in column 61"] = () => Book().WithRows($"<row r='1'><c r='BI1'><v>1</v></c></row>").ToBytes(),
        ["a shared string in column 61"] = () => Shared("<si><t>x</t></si>", "<row r='1'><c r='BI1' t='s'><v>0</v></c></row>").ToBytes(),
        ["a row 0"] = () => Book().WithRows("<row r='0'><c r='A0'><v>1</v></c></row>").ToBytes(),
        ["a negative row"] = () => Book().WithRows("<row r='-1'><c><v>1</v></c></row>").ToBytes(),
        ["a row beyond all numbers"] = () => Book().WithRows("<row r='99999999999999999999'><c><v>1</v></c></row>").ToBytes(),
        ["a row twice"] = () => Book().WithRows("<row r='1'><c r='A1'><v>1</v></c></row><row r='1'><c r='B1'><v>1</v></c></row>").ToBytes(),
        ["a cell twice"] = () => Book().WithRows("<row r='1'><c r='A1'><v>1</v></c><c r='A1'><v>2</v></c></row>").ToBytes(),
        ["a cell of another row"] = () => Book().WithRows("<row r='1'><c r='A7'><v>1</v></c></row>").ToBytes(),
        ["a cell address without a row"] = () => Book().WithRows("<row r='1'><c r='A'><v>1</v></c></row>").ToBytes(),
        ["a column beyond XFD"] = () => Book().WithRows("<row r='1'><c r='ZZZZZZZZ1'><v>1</v></c></row>").ToBytes(),
        ["a number that is none"] = () => Book().WithRows("<row><c><v>zwölf</v></c></row>").ToBytes(),
        ["an endless number"] = () => Book().WithRows("<row><c><v>1E999</v></c></row>").ToBytes(),
        ["a kind of cell nobody knows"] = () => Book().WithRows("<row><c t='zzz'><v>1</v></c></row>").ToBytes(),
        ["a shared string that is not there"] = () => Shared("<si><t>x</t></si>", "<row><c t='s'><v>99</v></c></row>").ToBytes(),
        ["a shared string of negative number"] = () => Shared("<si><t>x</t></si>", "<row><c t='s'><v>-1</v></c></row>").ToBytes(),
        ["shared strings without their part"] = () => Book().WithRows("<row><c t='s'><v>0</v></c></row>").ToBytes(),
        ["no worksheet part"] = () => Book().Without("xl/worksheets/sheet1.xml").ToBytes(),
        ["no workbook part"] = () => Book().Without("xl/workbook.xml").ToBytes(),
        ["no relationships"] = () => Book().Without("xl/_rels/workbook.xml.rels").ToBytes(),
        ["a relationship to nowhere"] = () => Related("worksheets/none.xml"),
        ["a relationship out of the package"] = () => Related("../../../../etc/passwd"),
        ["a relationship to another host"] = () => Related("http://127.0.0.1:1/sheet1.xml"),
        ["a relationship to a file"] = () => Related("file:///etc/passwd"),
        ["a relationship that is no address"] = () => Related("http://[:::"),
        ["an external worksheet"] = () => Book().With("xl/_rels/workbook.xml.rels", ZipParts.Relationships(
            ("rId1", $"{ZipParts.Office}/worksheet\" TargetMode=\"External", "http://127.0.0.1:1/"))).ToBytes(),
        ["a worksheet that is the workbook"] = () => Related("workbook.xml"),
        ["only hidden sheets"] = () => Book().With("xl/workbook.xml", ZipParts.BookOf("<sheet name='a' sheetId='1' state='veryHidden' r:id='rId1'/>")).ToBytes(),
        ["an empty sheet"] = () => Book().WithRows("").ToBytes(),
        ["an entity expansion"] = () => Book().With("xl/worksheets/sheet1.xml", """
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <worksheet><sheetData><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>
            """).ToBytes(),
        ["an external entity"] = () => Book().With("xl/worksheets/sheet1.xml", """
            <!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>
            """).ToBytes(),
        ["an external document type"] = () => Book().With("xl/workbook.xml", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'><workbook/>").ToBytes(),
        ["broken XML"] = () => Book().With("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>").ToBytes(),
        ["XML in broken UTF-8"] = () => Book().With("xl/worksheets/sheet1.xml", [.. "<worksheet>"u8, 0xFF, 0xFE, 0xFF]).ToBytes(),
        ["an unknown XML encoding"] = () => Book().With("xl/worksheets/sheet1.xml", "<?xml version='1.0' encoding='klingon'?><worksheet/>").ToBytes(),
        ["XML in UTF-16"] = () => Book().With("xl/worksheets/sheet1.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(new string('㰼', 20_000_000))]).ToBytes(),
        ["parts that are no XML"] = () => Book().With("[Content_Types].xml", [0, 1, 2, 3]).ToBytes(),
        ["wrong content types"] = () => Book().With("[Content_Types].xml", "<Types><Default Extension='xml' ContentType='text/plain'/></Types>").ToBytes(),
        ["no content types"] = () => Book().Without("[Content_Types].xml").ToBytes(),
        ["a part twice"] = () => Book().Also("xl/workbook.xml", "<workbook/>"u8.ToArray()).ToBytes(),
        ["3,000 entries"] = () => Enumerable.Range(0, 3_000).Aggregate(Book(), (zip, i) => zip.Also($"x/{i}", [])).ToBytes(),
        ["a macro project"] = () => Book().With("xl/vbaProject.bin", [1]).ToBytes(),
        ["a macro sheet"] = () => Book().With("xl/macrosheets/sheet1.xml", "<x/>").ToBytes(),
        ["the content type of .xlsm"] = () => OfType("application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        ["the content type of .xlsb"] = () => OfType("application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
        ["a .docx"] = () => OfType("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
        ["a .pptx"] = () => OfType("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"),
        ["an .ods"] = () => new ZipParts().With("mimetype", "application/vnd.oasis.opendocument.spreadsheet").ToBytes(),
        ["a zip around a workbook"] = () => new ZipParts().With("名册.xlsx", Book().ToBytes()).ToBytes(),
        ["an empty zip"] = () => new ZipParts().ToBytes(),
        ["half a workbook"] = () => Book().ToBytes() is var whole ? whole[..(whole.Length / 2)] : [],
        ["a workbook without its last bytes"] = () => Book().ToBytes()[..^5],
        ["a workbook with spoilt data"] = () => Spoilt(Book().ToBytes()),
        ["an encrypted part"] = () => Encrypted(Book().ToBytes()),
        ["only the letters PK"] = () => "PK"u8.ToArray(),
        ["a PDF"] = () => "%PDF-1.7\n"u8.ToArray(),
        ["a PNG"] = () => [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13],
        ["a JPEG"] = () => [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
        ["a RAR"] = () => "Rar!\u001a\u0007\0"u8.ToArray(),
        ["a web page"] = () => "\uFEFF\r\n<html><table><tr><td>党支部名称</td></tr></table></html>"u8.ToArray(),
        ["an old .xls"] = () => [.. Ole, .. Encoding.Unicode.GetBytes("Workbook")],
        ["a workbook with a password"] = () => [.. Ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
        ["a .doc"] = () => [.. Ole, .. Encoding.Unicode.GetBytes("WordDocument")],
        ["an OLE file of nothing"] = () => Ole,
        ["csv with NUL"] = () => "党支部名称,类型\n甲\0,学生\n"u8.ToArray(),
        ["csv in no encoding"] = () => [.. "a,b\n"u8, 0xC3, 0x28, 0xFF, 0xFF, 0x0A],
        ["csv in UTF-16"] = () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("党支部名称,类型\n甲,学生\n")],
        ["csv with an open quote"] = () => "党支部名称,类型\n\"甲,学生\n"u8.ToArray(),
        ["csv of 5,001 rows"] = () => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 5_001))),
        ["csv of 61 columns"] = () => Encoding.UTF8.GetBytes(new string(',', 60) + "x"),
        ["csv with a huge cell"] = () => Encoding.UTF8.GetBytes(new string('x', 40_000)),
        ["csv of blank lines"] = () => Encoding.UTF8.GetBytes(new string('\n', 1_000_000)),
    };

    private static readonly Dictionary<string, Func<byte[]>> Read = new()
    {
        ["a bomb in a part nobody reads"] = () => Book().With("xl/media/image1.png", new byte[60_000_000]).ToBytes(),
        ["entries with names that climb"] = () => Book().With("../../../../tmp/evil.txt", [1]).With("/etc/passwd", [1]).With("C:\\evil", [1]).ToBytes(),
        ["names with backslashes"] = () => Book().With("xl\\extra.xml", [1]).ToBytes(),
        ["external links"] = () => Book().With("xl/externalLinks/externalLink1.xml", "<x/>").With("xl/externalLinks/_rels/externalLink1.xml.rels", ZipParts.Relationships(("rId1", "x", "file:///c:/a.xlsx"))).ToBytes(),
        ["blank cells far away"] = () => Book().WithRows($"<row>{Cell("a")}</row><row r='1048576'><c r='XFD1048576' s='1'/></row>").ToBytes(),
        ["rows and cells without addresses"] = () => Book().WithRows($"<row>{Cell("a")}{Cell("b")}</row>").ToBytes(),
        ["rows and cells out of order"] = () => Book().WithRows("<row r='9'><c r='C9'><v>1</v></c><c r='A9'><v>1</v></c></row><row r='2'><c r='B2'><v>1</v></c></row>").ToBytes(),
        ["100,000 shared strings nobody uses"] = () => Shared(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<si><t>{i}</t></si>")), "<row><c t='s'><v>99999</v></c></row>").ToBytes(),
        ["five thousand rows of sixty"] = () => Book().WithRows(string.Concat(Enumerable.Repeat("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 60)) + "</row>", 5_000))).ToBytes(),
        ["a text of 32,767 characters"] = () => Book().WithRows(Inline(new string('长', 32_767))).ToBytes(),
        ["XML with a byte order mark"] = () => Book().With("xl/workbook.xml", "\uFEFF<?xml version='1.0' encoding='UTF-8'?>" + ZipParts.BookOf("<sheet name='a' sheetId='1' r:id='rId1'/>")).ToBytes(),
        ["missing styles"] = () => Book().WithRows("<row><c s='7'><v>1</v></c></row>").ToBytes(),
    };

    public static TheoryData<string> RefusedKinds => [.. Refused.Keys];

    public static TheoryData<string> ReadKinds => [.. Read.Keys];

    [Theory]
    [MemberData(nameof(RefusedKinds))]
    public void A_hostile_or_damaged_file_is_refused_with_a_sentence(string kind)
    {
        foreach (var name in new[] { "名册.xlsx", "名册.csv" })
        {
            var refusal = Assert.Throws<UnreadableFileException>(() => SheetReader.Read(Refused[kind](), name));
            Assert.Matches("[请].*。$", refusal.Message);
        }
    }

    [Theory]
    [MemberData(nameof(ReadKinds))]
    public void An_odd_but_harmless_file_is_read(string kind) =>
        Assert.NotEmpty(SheetReader.Read(Read[kind](), "名册.xlsx").Rows);

    [Theory]
    [InlineData("an old .xls", "「另存为」.xlsx")]
    [InlineData("a workbook with a password", "密码")]
    [InlineData("a macro project", "宏")]
    [InlineData("a .docx", "Word")]
    [InlineData("a PDF", "PDF")]
    [InlineData("a PNG", "图片")]
    [InlineData("a zip around a workbook", "压缩包")]
    [InlineData("a value in XFD1048576", "5000 行")]
    [InlineData("a value in column 61", "BI1")]
    [InlineData("only hidden sheets", "隐藏")]
    [InlineData("a bomb in the sheet", "50 MB")]
    public void The_sentence_says_what_is_wrong(string kind, string word) =>
        Assert.Contains(word, Assert.Throws<UnreadableFileException>(() => SheetReader.Read(Refused[kind](), "名册.csv")).Message);

    [Fact]
    public void Any_file_cut_or_spoilt_anywhere_is_read_or_refused()
    {
        var whole = Book().WithShared("<si><t>x</t></si>").WithStyles("", "<xf numFmtId='14'/>").ToBytes();
        var random = new Random(20120601);
        for (var round = 0; round < 2_000; round++)
        {
            var spoilt = whole.ToArray();
            for (var count = random.Next(1, 6); count > 0; count--)
                spoilt[random.Next(spoilt.Length)] = (byte)random.Next(256);
            if (round % 4 == 0)
                spoilt = spoilt[..random.Next(spoilt.Length)];
            try
            {
                SheetReader.Read(spoilt, "名册.xlsx");
            }
            catch (UnreadableFileException)
            {
                // Refused, as it should be.
            }
        }
    }

    private static ZipParts Book() => ZipParts.Workbook();

    private static ZipParts Shared(string items = "", string rows = "<row><c t='s'><v>99999999</v></c></row>") =>
        Book().WithShared(items).WithRows(rows);

    private static byte[] Related(string target) => Book().With("xl/_rels/workbook.xml.rels",
        ZipParts.Relationships(("rId1", $"{ZipParts.Office}/worksheet", target))).ToBytes();

    private static byte[] OfType(string type) => Book().With("[Content_Types].xml",
        $"<Types><Override PartName='/xl/workbook.xml' ContentType='{type}'/></Types>").ToBytes();

    private static string Cell(string text) => $"<c t='inlineStr'><is><t>{text}</t></is></c>";

    private static string Inline(string text) => $"<row>{Cell(text)}</row>";

    private static byte[] Bomb(string start, string repeated)
    {
        const int size = 52 * 1024 * 1024 + 64;
        var bomb = new byte[start.Length + (size / repeated.Length * repeated.Length)];
        Encoding.ASCII.GetBytes(start, bomb);
        var pattern = Encoding.ASCII.GetBytes(repeated);
        for (var at = start.Length; at < bomb.Length; at += pattern.Length)
            pattern.CopyTo(bomb, at);
        return bomb;
    }

    private static byte[] LyingAboutSizes(byte[] zip)
    {
        foreach (var at in Headers(zip, "PK\x01\x02"u8.ToArray()))
            BinaryPrimitives.WriteInt32LittleEndian(zip.AsSpan(at + 24), 100);
        return zip;
    }

    private static byte[] Encrypted(byte[] zip)
    {
        foreach (var at in Headers(zip, "PK\x01\x02"u8.ToArray()))
            zip[at + 8] |= 1;
        foreach (var at in Headers(zip, "PK\x03\x04"u8.ToArray()))
            zip[at + 6] |= 1;
        return zip;
    }

    private static byte[] Spoilt(byte[] zip)
    {
        foreach (var at in Headers(zip, "PK\x03\x04"u8.ToArray()))
            zip.AsSpan(at + 60, 20).Fill(0xFF);
        return zip;
    }

    private static IEnumerable<int> Headers(byte[] zip, byte[] signature)
    {
        for (var at = 0; at + 46 < zip.Length; at++)
        {
            if (zip.AsSpan(at).StartsWith(signature))
                yield return at;
        }
    }
}
