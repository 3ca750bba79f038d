using System.Globalization;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Imports.Reading;
using Xunit;

namespace BranchGrading.Web.Tests.Imports.Reading;

public sealed class ValueTests
{
    [Theory]
    [InlineData("2011-09-01")]
    [InlineData("2011-09")]
    [InlineData("2011/9")]
    [InlineData("2011.9")]
    [InlineData("2011.09")]
    [InlineData("2011年9月")]
    [InlineData("2011年9月1日")]
    [InlineData("2011 年 9 月 30 日")]
    [InlineData("２０１１．０９")]
    [InlineData("２０１１／９／３０")]
    [InlineData("  2011-9　")]
    public void A_month_is_read_in_the_ways_offices_write_it(string text)
    {
        Assert.Equal(new DateOnly(2011, 9, 1), MonthText.Read(Given.Text(text)).Value);
        Assert.Equal(new DateOnly(2011, 9, 1), MonthText.Read(Given.Csv(text)).Value);
    }

    [Fact]
    public void An_excel_date_is_the_month_it_falls_in() =>
        Assert.Equal(new DateOnly(2011, 9, 1), MonthText.Read(Given.Date(40_800)).Value);

    [Theory]
    [InlineData("2011.9", 9)]
    [InlineData("2011.09", 9)]
    [InlineData("2011.11", 11)]
    [InlineData("2011.12", 12)]
    [InlineData("2011.01", 1)]
    public void A_number_that_can_be_one_month_only_is_that_month(string stored, int month) =>
        Assert.Equal(new DateOnly(2011, month, 1), MonthText.Read(Given.Number(stored)).Value);

    [Fact]
    public void The_number_2011_1_may_be_january_or_october()
    {
        Assert.Contains("1 月还是 10 月", MonthText.Read(Given.Number("2011.1")).Error);
        Assert.Contains("1 月还是 10 月", MonthText.Read(Given.Number("2011.10")).Error);
        Assert.Contains("1 月还是 10 月", MonthText.Read(Given.Csv("2011.1")).Error);
        Assert.Equal(new DateOnly(2011, 1, 1), MonthText.Read(Given.Text("2011.1")).Value);
        Assert.Equal(new DateOnly(2011, 10, 1), MonthText.Read(Given.Csv("2011.10")).Value);
    }

    [Fact]
    public void A_bare_year_asks_for_the_month()
    {
        foreach (var cell in new[] { Given.Number("2008"), Given.Text("2008"), Given.Text("２００８年") })
            Assert.Contains("补上月份", MonthText.Read(cell).Error);
    }

    [Theory]
    [InlineData("去年春天")]
    [InlineData("2011-13")]
    [InlineData("2011-0")]
    [InlineData("2011-02-30")]
    [InlineData("2011-09.01")]
    [InlineData("11-09")]
    [InlineData("0011-09")]
    [InlineData("201109")]
    [InlineData("2011年9")]
    [InlineData("2011-09-01-01")]
    [InlineData("٢٠١١-٠٩")]
    public void What_is_no_month_says_how_to_write_one(string text)
    {
        var reading = MonthText.Read(Given.Text(text));
        Assert.Null(reading.Value);
        Assert.Contains("请写成 2011-09", reading.Error);
    }

    [Theory]
    [InlineData("2012-09-30")]
    [InlineData("2012/9/30")]
    [InlineData("2012.9.30")]
    [InlineData("2012年9月30日")]
    [InlineData("２０１２年９月３０号")]
    public void A_day_is_read(string text) => Assert.Equal(new DateOnly(2012, 9, 30), DayText.Read(Given.Text(text)).Value);

    [Fact]
    public void A_day_may_be_an_excel_date_and_must_be_a_day()
    {
        Assert.Equal(new DateOnly(2012, 9, 30), DayText.Read(Given.Date(41_182)).Value);
        Assert.Contains("没有写到日", DayText.Read(Given.Text("2012-09")).Error);
        Assert.Contains("不是日期", DayText.Read(Given.Text("年底前")).Error);
        Assert.Contains("不是日期", DayText.Read(Given.Text("2011-02-29")).Error);
        Assert.Equal(new DateOnly(2012, 2, 29), DayText.Read(Given.Text("2012-02-29")).Value);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("12", 12)]
    [InlineData("３３", 33)]
    [InlineData(" 1 000 ", 1000)]
    [InlineData("0007", 7)]
    [InlineData("100000", 100_000)]
    public void A_count_is_a_whole_number(string text, int count) => Assert.Equal(count, CountText.Read(Given.Text(text)).Value);

    [Theory]
    [InlineData("-3", "负数")]
    [InlineData("12人", "不是整数")]
    [InlineData("3.5", "不是整数")]
    [InlineData("1,234", "不是整数")]
    [InlineData("-", "不是整数")]
    [InlineData("100001", "太大")]
    [InlineData("99999999999999999999", "太大")]
    public void What_is_no_count_says_why(string text, string word) => Assert.Contains(word, CountText.Read(Given.Text(text)).Error);

    [Fact]
    public void Counts_may_be_numbers_but_not_dates_or_fractions()
    {
        Assert.Equal(12, CountText.Read(Given.Number("12.0")).Value);
        Assert.NotNull(CountText.Read(Given.Number("12.5")).Error);
        Assert.NotNull(CountText.Read(Given.Number("-3")).Error);
        Assert.NotNull(CountText.Read(Given.Date(40_800)).Error);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("100", "100")]
    [InlineData("100.00", "100")]
    [InlineData("88.5", "88.5")]
    [InlineData("８８．５", "88.5")]
    [InlineData("84.115", "84.12")]
    [InlineData("84.114", "84.11")]
    [InlineData(".5", "0.5")]
    public void A_score_is_rounded_to_two_places(string text, string score)
    {
        var expected = decimal.Parse(score, CultureInfo.InvariantCulture);
        Assert.Equal(expected, ScoreText.Read(Given.Text(text)).Value);
        if (text.All(char.IsAscii))
            Assert.Equal(expected, ScoreText.Read(Given.Number(text)).Value);
    }

    [Fact]
    public void A_score_is_read_to_fifteen_digits_before_it_is_rounded() =>
        Assert.Equal(88.35m, ScoreText.Read(Given.Number("88.344999999999999")).Value);

    [Theory]
    [InlineData("100.004")]
    [InlineData("-0.01")]
    [InlineData("88分")]
    [InlineData("88%")]
    [InlineData("8,8")]
    [InlineData("优")]
    [InlineData("1e1")]
    [InlineData("99999999999999999999999999999999")]
    public void What_is_no_score_says_what_to_write(string text) => Assert.Contains("0 到 100", ScoreText.Read(Given.Text(text)).Error);

    [Theory]
    [InlineData("13800000001", "13800000001")]
    [InlineData("138 0000 0001", "13800000001")]
    [InlineData("138-0000-0001", "13800000001")]
    [InlineData("１３８００００－０００１", "13800000001")]
    [InlineData("0631-5680001", "0631-5680001")]
    [InlineData("06315680001", "0631-5680001")]
    [InlineData("(010)62345678", "010-62345678")]
    [InlineData("（0631）5680001", "0631-5680001")]
    [InlineData("021—62345678转801", "021-62345678-801")]
    [InlineData("0631-5680001-12", "0631-5680001-12")]
    public void A_phone_number_is_a_mobile_or_a_landline_with_its_area(string text, string phone)
    {
        var reading = PhoneText.Read(Given.Text(text));
        Assert.Equal((phone, null, null), (reading.Value, reading.Error, reading.Warning));
    }

    [Theory]
    [InlineData("5680001", "5680001")]
    [InlineData("6234-5678", "6234-5678")]
    public void A_landline_without_area_code_is_a_warning(string text, string phone)
    {
        var reading = PhoneText.Read(Given.Text(text));
        Assert.Equal((phone, null), (reading.Value, reading.Error));
        Assert.Contains("区号", reading.Warning);
    }

    [Theory]
    [InlineData("1380000")]
    [InlineData("1380000000")]
    [InlineData("138000000012")]
    [InlineData("23800000001")]
    [InlineData("+8613800000001")]
    [InlineData("13800000001/13900000002")]
    [InlineData("（0631 5680001")]
    [InlineData("无")]
    public void What_is_no_phone_number_says_how_to_write_one(string text) => Assert.Contains("11 位手机号", PhoneText.Read(Given.Text(text)).Error);

    [Fact]
    public void A_phone_number_may_be_a_number() => Assert.Equal("13800000001", PhoneText.Read(Given.Number("13800000001")).Value);

    [Fact]
    public void Yes_and_no_are_written_in_chinese_and_blank_is_no()
    {
        Assert.True(YesNoText.Read(Given.Text(" 是 ")).Value);
        Assert.False(YesNoText.Read(Given.Text("否")).Value);
        Assert.Equal((false, null), (YesNoText.Read(Given.Text("")).Value, YesNoText.Read(Given.Text("")).Error));
        Assert.Contains("「是」或「否」", YesNoText.Read(Given.Text("√")).Error);
    }

    [Theory]
    [InlineData("A", Grade.A)]
    [InlineData("ｂ", Grade.B)]
    [InlineData(" c ", Grade.C)]
    [InlineData("D级", Grade.D)]
    [InlineData("先进", Grade.A)]
    [InlineData("较 好", Grade.B)]
    [InlineData("一般", Grade.C)]
    [InlineData("后进", Grade.D)]
    public void A_grade_is_a_letter_or_a_word(string text, Grade grade) => Assert.Equal(grade, GradeText.Read(Given.Text(text)).Value);

    [Theory]
    [InlineData("E")]
    [InlineData("AB")]
    [InlineData("优秀")]
    [InlineData("0")]
    public void What_is_no_grade_says_which_there_are(string text) => Assert.Contains("A、B、C、D", GradeText.Read(Given.Text(text)).Error);

    [Theory]
    [InlineData("li.na@example.edu.cn", "li.na@example.edu.cn")]
    [InlineData(" ｌｉ＠example．cn ", "li@example.cn")]
    public void An_email_is_one_plain_address(string text, string address) => Assert.Equal(address, EmailText.Read(Given.Text(text)).Value);

    [Theory]
    [InlineData("li na@example.cn")]
    [InlineData("a@b.cn;c@d.cn")]
    [InlineData("李娜@example.cn")]
    [InlineData("a@localhost")]
    [InlineData("a@-b.cn")]
    [InlineData("无")]
    [InlineData("a@b.cn&#10;Bcc: x@y.cn")]
    public void What_is_no_email_says_how_to_write_one(string text) => Assert.Contains("邮箱", EmailText.Read(Given.Text(text)).Error);

    [Theory]
    [InlineData("学生", BranchType.Student)]
    [InlineData("学生党支部", BranchType.Student)]
    [InlineData("教师", BranchType.Teacher)]
    [InlineData("教 工", BranchType.Teacher)]
    [InlineData("机关", BranchType.Administration)]
    [InlineData("机关管理", BranchType.Administration)]
    [InlineData("教辅", BranchType.Support)]
    [InlineData("后勤支部", BranchType.Support)]
    [InlineData("教辅及后勤党支部", BranchType.Support)]
    [InlineData("离退休", BranchType.Retired)]
    public void A_branch_type_is_read(string text, BranchType type) => Assert.Equal(type, BranchTypeText.Read(Given.Text(text)).Value);

    [Fact]
    public void An_unknown_branch_type_says_which_there_are() => Assert.Contains("学生、教师", BranchTypeText.Read(Given.Text("教授")).Error);

    [Theory]
    [InlineData("基层党委", "", CommitteeKind.PartyCommittee)]
    [InlineData("党总支", "材料学院党委", CommitteeKind.GeneralBranch)]
    [InlineData("", "材料学院 党委", CommitteeKind.PartyCommittee)]
    [InlineData("", "外语学院党总支", CommitteeKind.GeneralBranch)]
    [InlineData("", "图书馆直属党支部", CommitteeKind.DirectBranch)]
    public void A_committee_kind_is_written_or_told_by_the_name(string text, string name, CommitteeKind kind) =>
        Assert.Equal(kind, CommitteeKindText.Read(Given.Text(text), name).Value);

    [Fact]
    public void A_committee_kind_that_nothing_tells_is_an_error()
    {
        Assert.Contains("党组织类别", CommitteeKindText.Read(Given.Text(""), "外语学院").Error);
        Assert.Contains("党组织类别", CommitteeKindText.Read(Given.Text(""), "图书馆党支部").Error);
        Assert.Contains("基层党委", CommitteeKindText.Read(Given.Text("学院"), "外语学院党委").Error);
    }

    [Fact]
    public void A_text_is_stored_as_typed_with_only_digits_and_letters_narrowed()
    {
        Assert.Equal("A1（第一） 党支部，", PlainText.Read(Given.Text("　Ａ１（第一） 党支部， "), 20).Value);
        Assert.Equal("甲\n乙", PlainText.Read(Given.Text("甲_x000D_&#10;乙"), 20).Value);
        Assert.Null(PlainText.Read(Given.Text(" 　 "), 20).Value);
        Assert.Contains("最多 2 个", PlainText.Read(Given.Text("甲乙丙"), 2).Error);
    }

    [Fact]
    public void A_formula_or_an_error_value_is_an_error_whatever_it_shows()
    {
        foreach (var cell in new[] { Given.Formula("12"), Given.Error(), Given.Formula("") })
        {
            Assert.NotNull(PlainText.Read(cell, 20).Error);
            Assert.NotNull(MonthText.Read(cell).Error);
            Assert.NotNull(DayText.Read(cell).Error);
            Assert.NotNull(CountText.Read(cell).Error);
            Assert.NotNull(ScoreText.Read(cell).Error);
            Assert.NotNull(PhoneText.Read(cell).Error);
            Assert.NotNull(YesNoText.Read(cell).Error);
            Assert.NotNull(GradeText.Read(cell).Error);
            Assert.NotNull(EmailText.Read(cell).Error);
            Assert.NotNull(BranchTypeText.Read(cell).Error);
            Assert.NotNull(CommitteeKindText.Read(cell, "材料学院党委").Error);
        }
    }

    [Fact]
    public void A_blank_cell_is_no_value_and_no_error()
    {
        var blank = Given.Text("　");
        Assert.Equal(default, MonthText.Read(blank));
        Assert.Equal(default, DayText.Read(blank));
        Assert.Equal(default, CountText.Read(blank));
        Assert.Equal(default, ScoreText.Read(blank));
        Assert.Equal(default, PhoneText.Read(blank));
        Assert.Equal(default, GradeText.Read(blank));
        Assert.Equal(default, EmailText.Read(blank));
        Assert.Equal(default, BranchTypeText.Read(blank));
    }
}
