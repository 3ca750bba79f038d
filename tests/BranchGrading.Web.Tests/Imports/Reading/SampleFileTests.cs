using BranchGrading.Web.Imports.Reading;
using Xunit;

namespace BranchGrading.Web.Tests.Imports.Reading;

public sealed class SampleFileTests
{
    [Theory]
    [InlineData("school-62", "roster.xlsx", 62)]
    [InlineData("school-62", "roster-gb18030.csv", 62)]
    [InlineData("school-243", "roster.xlsx", 243)]
    [InlineData("school-243", "roster-libreoffice.xlsx", 243)]
    public void A_roster_reads_as_it_was_meant(string school, string file, int branches)
    {
        var table = RosterSample.Open($"{school}/{file}");
        Assert.Equal(branches, table.Rows.Count);
        Assert.Empty(table.IgnoredColumns);
        Assert.Equal(RosterSample.Expected(school), RosterSample.Read(table));
    }

    [Fact]
    public void The_old_format_is_refused_saying_how_to_save_it() =>
        Assert.Contains("「另存为」.xlsx", Assert.Throws<UnreadableFileException>(() => RosterSample.Open("school-62/roster-old-format.xls")).Message);

    [Theory]
    [InlineData("school-62", 62, 66)]
    [InlineData("school-243", 243, 270)]
    public void Results_and_past_grades_are_read(string school, int branches, int grades)
    {
        ImportColumn[] results = [new("二级党组织", true), new("党支部名称", true), new("初评得分", true), new("群众-差", true), new("一票否决", true)];
        var table = ImportTable.From(Open($"{school}/results.xlsx"), results);
        Assert.Equal(branches, table.Rows.Count);
        Assert.Equal(19, table.IgnoredColumns.Count);
        Assert.All(table.Rows, row => Assert.Null(ScoreText.Read(row.Cell("初评得分")).Error));
        Assert.All(table.Rows, row => Assert.Null(CountText.Read(row.Cell("群众-差")).Error));
        Assert.All(table.Rows, row => Assert.Null(YesNoText.Read(row.Cell("一票否决")).Error));

        ImportColumn[] past = [new("年度", true), new("二级党组织", true), new("党支部名称", true), new("等级", true), new("备注", false)];
        table = ImportTable.From(Open($"{school}/past-grades.xlsx"), past);
        Assert.Equal(grades, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.NotNull(GradeText.Read(row.Cell("等级")).Value));
    }

    [Fact]
    public void Wrong_values_are_found_where_they_stand()
    {
        var rows = RosterSample.Open("roster-with-errors.xlsx").Rows.ToDictionary(row => row.Number);
        Assert.Equal(Enumerable.Range(2, 9), rows.Keys);
        Assert.NotNull(BranchTypeText.Read(rows[4].Cell("支部类型")).Error);
        Assert.True(rows[5].Cell("党支部名称").IsBlank);
        Assert.Equal("C5", rows[5].Cell("党支部名称").Address);
        Assert.NotNull(PhoneText.Read(rows[6].Cell("书记电话")).Error);
        Assert.NotNull(MonthText.Read(rows[6].Cell("任职时间")).Error);
        Assert.NotNull(CountText.Read(rows[6].Cell("正式党员数")).Error);
        Assert.NotNull(CommitteeKindText.Read(rows[10].Cell("党组织类别"), rows[10].Cell("二级党组织").Text).Error);
        Assert.Contains("公式", PlainText.Read(rows[10].Cell("书记姓名"), 50).Error);
        Assert.Contains("1 月还是 10 月", MonthText.Read(rows[10].Cell("任职时间")).Error);
        Assert.Contains("只有年份", MonthText.Read(rows[10].Cell("成立时间")).Error);
    }

    private static Sheet Open(string file) => SheetReader.Read(File.ReadAllBytes(RosterSample.PathOf(file)), Path.GetFileName(file));
}
