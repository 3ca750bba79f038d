using System.Globalization;
using BranchGrading.Data;
using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using BranchGrading.Web.Exports;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace BranchGrading.Web.Tests.Exports;

public sealed class SummaryFormTests
{
    private const int FirstRow = 5;
    private static readonly SchoolSettings Settings = new() { SchoolName = "江州大学" };

    private static readonly object?[] Heads =
        ["序号", "党支部名称", "支部类型", "书记", "党员数", "自评得分", "上级评分", "最终得分", "党员满意率", "群众满意率", "上年度等级", "自评等级", "初评等级", "学校评定等级", "备注"];

    [Fact]
    public async Task The_school_s_form_holds_every_row_with_groups_and_subtotals_in_display_order()
    {
        await using var school = await SampleAsync();
        using var book = new Workbook(SummaryForm.Write(await school.SheetAsync(), SummaryFormScope.School, Settings));

        Assert.Equal("附表4", book.Value("A1"));
        Assert.Equal("高等学校基层党支部分类定级汇总表（样表）", book.Value("A2"));
        Assert.Equal("填报单位（盖章）：江州大学", book.Value("A3"));
        Assert.Equal(Heads, book.Row(4));
        Assert.Equal("材料学院党委", book.Value("A5"));
        Assert.Equal([1m, "一支部", "教师", "王一", 23m, 95.5m, 94.1m, 94.52m, 90m, 90m, "B", "A", "A", "A", null], book.Row(6));
        Assert.Equal([2m, "二支部", "教师", "王丁", 23m, 93m, 92m, 92.3m, 90m, 90m, "C", "A", "A", "B", "不越级：上年度（2011年）C，最高评为B"], book.Row(7));
        Assert.Equal([3m, "三支部", "教师", "王丂", 23m, null, null, null, null, null, null, null, null, null, "材料不全（缺自评得分、初评得分、党员测评、群众测评）"], book.Row(8));
        Assert.Equal([null, "小计", null, null, 69m, null, null, null, null, null, null, null, null, null, "A1、B1、C0、D0，未定1"], book.Row(9));
        Assert.Equal("文学院党委", book.Value("A10"));
        Assert.Equal([4m, "四支部", "教师", "王一", 23m, 85m, 80m, 81.5m, 90m, 90m, null, "B", null, "D", "一票否决：初评认定，评为D"], book.Row(11));
        Assert.Equal([null, "合计", "支部数", "A级上限", "党员数", "A 先进", "B 较好", "C 一般", "D 后进", "未定", null, null, null, null, null], book.Row(14));
        Assert.Equal([null, "按学校评定等级（个）", 5m, 2m, 115m, 1m, 1m, 1m, 1m, 1m, null, null, null, null, null], book.Row(15));
        Assert.Equal([null, "占支部数（%）", null, null, null, 20m, 20m, 20m, 20m, 20m, null, null, null, null, null], book.Row(16));
    }

    [Fact]
    public async Task A_committee_s_own_form_before_publication_says_nothing_of_the_school_s_grade()
    {
        await using var school = await SampleAsync();
        var sheet = await school.SheetAsync();
        using var book = new Workbook(SummaryForm.Write(sheet, SummaryFormScope.Committee(school.Committees[0].Id, showSchoolGrade: false), Settings));

        Assert.Equal("填报单位（盖章）：材料学院党委", book.Value("A3"));
        Assert.Equal("1 材料学院党委", book.SheetName);
        Assert.Equal([2m, "二支部", "教师", "王丁", 23m, 93m, 92m, 92.3m, 90m, 90m, "C", "A", "A", null, null], book.Row(6));
        Assert.Equal("材料不全（缺自评得分、初评得分、党员测评、群众测评）", book.Value("O7"));
        Assert.Equal([null, "按初评等级（个）", 3m, 1m, 69m, 2m, 0m, 0m, 0m, 1m, null, null, null, null, null], book.Row(9));
        Assert.Equal(7, book.RowOf("三支部", 'B'));
        Assert.DoesNotContain("四支部", Enumerable.Range(1, 30).Select(row => book.Value($"B{row}")));
    }

    [Fact]
    public async Task Numbers_are_numbers_with_two_places_and_every_changed_rule_is_printed_below()
    {
        await using var school = await SampleAsync();
        school.Round.ChangeRules(school.Round.Rules with { CapShare = 0.45m }, new RuleFreedom(ReviewsHaveCome: true, ReviewedOnLine: false), "逐步扩大A级比例", "组织部", new DateTime(2012, 3, 31, 17, 0, 0, DateTimeKind.Utc));
        using var book = new Workbook(SummaryForm.Write(await school.SheetAsync(), SummaryFormScope.School, Settings));

        Assert.Equal(2u, book.Format("H6").NumberFormatId!.Value);
        Assert.Equal(CellValues.Number, book.Cells["F6"].DataType?.Value ?? CellValues.Number);
        Assert.Equal("规则修改 1：A 级比例上限，40% → 45%；理由：逐步扩大A级比例（2012年4月1日）", book.Value("A17"));
        Assert.Equal("书记（签字）：", book.Value("A19"));
        Assert.Equal(4, book.Row(19).OfType<string>().Count());
    }

    [Fact]
    public async Task Moved_places_are_printed_for_those_they_concern()
    {
        await using var school = await SampleAsync(new RoundRules { CapShare = 0.4m, CapScope = CapScope.Committee });
        var ids = school.Committees.Select(committee => committee.Id.ToString(CultureInfo.InvariantCulture)).ToArray();
        school.Round.TransferPlaces(ids[1], ids[0], 1, "文学院有空余", "组织部", new DateTime(2012, 4, 1, 1, 0, 0, DateTimeKind.Utc));
        var sheet = await school.SheetAsync();
        using var book = new Workbook(SummaryForm.Write(sheet, SummaryFormScope.Committee(school.Committees[0].Id, true), Settings));

        Assert.Equal("名额调剂 1：文学院党委 → 材料学院党委，1 个；理由：文学院有空余（2012年4月1日）", book.Value($"A{book.RowOf("名额调剂")}"));
        Assert.Equal(2m, book.Value("D9"));
    }

    [Fact]
    public async Task By_type_a_transfer_is_printed_for_committees_with_branches_of_the_type_alone()
    {
        await using var school = await SampleAsync(new RoundRules { CapShare = 0.4m, CapScope = CapScope.BranchType });
        school.Round.TransferPlaces("Student", "Retired", 1, "学生支部有空余", "组织部", new DateTime(2012, 4, 1, 1, 0, 0, DateTimeKind.Utc));
        school.Round.TransferPlaces("Retired", "Teacher", 1, "离退休支部有空余", "组织部", new DateTime(2012, 4, 2, 1, 0, 0, DateTimeKind.Utc));
        var sheet = await school.SheetAsync();
        using var own = new Workbook(SummaryForm.Write(sheet, SummaryFormScope.Committee(school.Committees[0].Id, true), Settings));
        Assert.Equal("名额调剂 1：离退休党支部 → 教师党支部，1 个；理由：离退休支部有空余；按现在的名额范围不起作用（2012年4月2日）", own.Value($"A{own.RowOf("名额调剂")}"));
        using var all = new Workbook(SummaryForm.Write(sheet, SummaryFormScope.School, Settings));
        Assert.StartsWith("名额调剂 1：学生党支部 → 离退休党支部，1 个", (string)all.Value($"A{all.RowOf("名额调剂 1")}")!, StringComparison.Ordinal);
        Assert.StartsWith("名额调剂 2：", (string)all.Value($"A{all.RowOf("名额调剂 2")}")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_moved_before_the_scope_changed_keeps_its_names_and_says_that_it_no_longer_counts()
    {
        await using var school = await SampleAsync(new RoundRules { CapShare = 0.4m, CapScope = CapScope.Committee });
        var ids = school.Committees.Select(committee => committee.Id.ToString(CultureInfo.InvariantCulture)).ToArray();
        school.Round.TransferPlaces(ids[1], ids[0], 1, "文学院有空余", "组织部", new DateTime(2012, 4, 1, 1, 0, 0, DateTimeKind.Utc));
        school.Round.ChangeRules(school.Round.Rules with { CapScope = CapScope.School }, RuleFreedom.Full, "全校统一计算", "组织部", new DateTime(2012, 4, 2, 1, 0, 0, DateTimeKind.Utc));
        using var book = new Workbook(SummaryForm.Write(await school.SheetAsync(), SummaryFormScope.School, Settings));
        Assert.Equal("名额调剂 1：文学院党委 → 材料学院党委，1 个；理由：文学院有空余；按现在的名额范围不起作用（2012年4月1日）", book.Value($"A{book.RowOf("名额调剂")}"));
        Assert.Equal("规则修改 1：A 级名额的范围，按二级党组织 → 全校；理由：全校统一计算（2012年4月2日）", book.Value($"A{book.RowOf("规则修改")}"));
    }

    [Fact]
    public async Task The_page_is_A4_across_one_page_wide_with_its_heads_on_every_page()
    {
        await using var school = await SampleAsync();
        using var book = new Workbook(SummaryForm.Write(await school.SheetAsync(), SummaryFormScope.School, Settings));

        var page = book.Sheet.Descendants<PageSetup>().Single();
        Assert.Equal((9u, OrientationValues.Landscape, 0u), (page.PaperSize!.Value, page.Orientation!.Value, page.FitToHeight!.Value));
        Assert.True(page.FitToWidth is null || page.FitToWidth.Value == 1);
        Assert.True(book.Sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value);
        Assert.Equal("&C第 &P 页 / 共 &N 页", book.Sheet.Descendants<OddFooter>().Single().Text.Replace("\"", "", StringComparison.Ordinal));
        Assert.Contains("_xlnm.Print_Titles '1 江州大学'!$4:$4", book.Names, StringComparison.Ordinal);
        Assert.Equal("A5", book.Sheet.Descendants<Pane>().Single().TopLeftCell!.Value);
        Assert.All(book.Sheet.Descendants<Row>(), row => Assert.InRange(row.Height?.Value ?? 15, 1, 409));
    }

    public static TheoryData<string> OddTexts =>
    [
        "=1+1", "+8613900000000", "-3", "@SUM(A1)", "'=1+1", "00123", "110101199001011234", "1e5", "2012-03-01", "TRUE", " 前后空格 ", "第一行\n第二行", "tab\t里",
        "\u0001控制\u001f符", "_x0041_原样", "😀支部👨‍👩‍👧", "<b>&\"'>", "＝全角", "\uFEFF零宽\u200B", "半个\uD83D字", "#REF!", "第一行\r\n第二行", "非字符\uFFFF", "换页\f下一行\u0085行\u2028", new string('长', 59),
    ];

    [Theory]
    [MemberData(nameof(OddTexts))]
    public async Task An_odd_text_comes_out_as_it_went_in_and_is_never_a_formula(string text)
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["支部"]));
        var sheet = await school.SheetAsync();
        var row = sheet.Rows[0] with { Result = sheet.Rows[0].Result with { Lines = [new ExplanationLine(Limit.Missing, text)] } };
        using var book = new Workbook(SummaryForm.Write(sheet with { Rows = [row] }, SummaryFormScope.Committee(row.Participant.CommitteeId, true), Settings));

        Assert.Equal(text.Replace("\uD83D字", "\uFFFD字", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal), book.Value("O5"));
        Assert.DoesNotContain(book.Cells.Values, cell => cell.CellFormula is not null);
        Assert.Equal(text[0] is '=' or '+' or '-' or '@', book.Format("O5").QuotePrefix?.Value ?? false);
    }

    [Fact]
    public async Task A_text_longer_than_a_row_is_high_runs_on_in_the_rows_below()
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), ("材料学院党委", ["支部"]));
        var sheet = await school.SheetAsync();
        var text = string.Concat(Enumerable.Range(0, 4000).Select(number => $"第{number}句话很长😀；"));
        Assert.True(text.Length > FormText.CellMaxLength);
        var row = sheet.Rows[0] with { Result = sheet.Rows[0].Result with { Lines = [new ExplanationLine(Limit.Missing, text)] } };
        using var book = new Workbook(SummaryForm.Write(sheet with { Rows = [row] }, SummaryFormScope.Committee(row.Participant.CommitteeId, true), Settings));

        var last = book.RowOf("合计", 'B') - 1;
        Assert.Equal(text, string.Concat(Enumerable.Range(FirstRow, last - FirstRow + 1).Select(number => book.Value($"O{number}"))));
        Assert.All(book.Sheet.Descendants<Row>(), line => Assert.InRange(line.Height?.Value ?? 15, 1, 409));
    }

    [Fact]
    public async Task Title_note_foot_and_fonts_come_from_the_settings()
    {
        await using var school = await SampleAsync();
        var settings = new SchoolSettings { SchoolName = "江州大学", SummaryFormTitle = "党支部定级表", FormNote = null, FormFoot = "负责人、日期", TitleFont = "黑体", BodyFont = "宋体" };
        using var book = new Workbook(SummaryForm.Write(await school.SheetAsync(), SummaryFormScope.School, settings));

        Assert.Equal("党支部定级表", book.Value("A2"));
        Assert.Equal(["负责人：", "日期："], book.Row(18).OfType<string>());
        using var again = new ClosedXML.Excel.XLWorkbook(new MemoryStream(SummaryForm.Write(await school.SheetAsync(), SummaryFormScope.School, settings)));
        var title = again.Worksheet(1).Cell("A2").Style.Font;
        Assert.Equal(("黑体", 18d), (title.FontName, title.FontSize));
        var body = again.Worksheet(1).Cell("B6").Style;
        Assert.Equal(("宋体", 11d, ClosedXML.Excel.XLBorderStyleValues.Thin, true), (body.Font.FontName, body.Font.FontSize, body.Border.BottomBorder, body.Alignment.WrapText));
    }

    [Fact]
    public async Task Every_one_of_fifteen_hundred_branches_has_its_row_and_the_numbers_run_through()
    {
        await using var school = await SchoolOnPaper.OpenAsync(new RoundRules(), [.. Enumerable.Range(1, 50).Select(unit => ($"第{unit}学院党委", Enumerable.Range(1, 30).Select(number => $"学院{unit}第{number}教工党支部").ToArray()))]);
        foreach (var (participant, index) in school.Round.Participants.Select((participant, index) => (participant, index)))
            school.HandIn(participant.BranchName, 80 + index % 190 / 10m, 75 + index % 230 / 10m, Grade.B);
        using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(SummaryForm.Write(await school.SheetAsync(), SummaryFormScope.School, Settings)));
        var numbers = workbook.Worksheets.First().Column(1).CellsUsed(cell => cell.DataType == ClosedXML.Excel.XLDataType.Number).Select(cell => cell.GetValue<int>()).ToList();
        Assert.Equal(Enumerable.Range(1, 1500), numbers);
    }

    private static async Task<SchoolOnPaper> SampleAsync(RoundRules? rules = null)
    {
        var school = await SchoolOnPaper.OpenAsync(rules ?? new RoundRules { CapShare = 0.4m }, ("材料学院党委", ["一支部", "二支部", "三支部"]), ("文学院党委", ["四支部", "五支部"]));
        school.Remember("一支部", Grade.B);
        school.HandIn("一支部", 95.5m, 94.1m, Grade.A);
        school.Remember("二支部", Grade.C);
        school.HandIn("二支部", 93m, 92m, Grade.A);
        school.HandIn("四支部", 85m, 80m, vetoed: true);
        school.HandIn("五支部", 78m, 76m, Grade.C);
        return school;
    }
}
