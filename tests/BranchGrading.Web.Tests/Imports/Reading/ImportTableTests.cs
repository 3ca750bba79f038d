using BranchGrading.Web.Imports.Reading;
using Xunit;

namespace BranchGrading.Web.Tests.Imports.Reading;

public sealed class ImportTableTests
{
    private static readonly ImportColumn[] Columns = RosterSample.Columns;

    [Fact]
    public void Titles_above_and_blank_rows_are_skipped_and_signatures_end_the_table()
    {
        var table = From("示例大学党组织名册,,", "填报单位（盖章）：党委组织部,,", "", "二级党组织,党支部名称,支部类型", ",,",
            "甲党委,一支部,学生", ",,", " ,二支部,教师", "书记（签字）：,填表人：,", "甲党委,三支部,学生");
        Assert.Equal(4, table.HeaderRowNumber);
        Assert.Equal([6, 8], table.Rows.Select(row => row.Number));
        Assert.Equal("A8", table.Rows[1].Cell("二级党组织").Address);
        Assert.True(table.Rows[1].Cell("二级党组织").IsBlank);
        Assert.Equal("B8", table.Rows[1].Cell("党支部名称").Address);
    }

    [Theory]
    [InlineData("书记(签字):")]
    [InlineData("书 记（ 签字 ）")]
    [InlineData("填表人：王伟")]
    [InlineData("联系电话：")]
    [InlineData("联系电话:123")]
    [InlineData(",,填报时间 2012年6月1日")]
    [InlineData("填报单位")]
    public void A_signature_line_ends_the_table_in_any_width(string line) =>
        Assert.Single(From("二级党组织,党支部名称,支部类型", "甲党委,一支部,学生", line, "甲党委,二支部,学生").Rows);

    [Theory]
    [InlineData("所属党组织", "支部\n名称", "类 型")]
    [InlineData("基层党委", "党支部", "支部类型（必填）")]
    [InlineData("单　位", "*党支部名称", "支部类型*")]
    [InlineData("党总支", "支部名称", "类别")]
    public void Headers_are_known_by_name_or_alias(string committee, string branch, string type)
    {
        var row = From($"{type},\"{branch}\",{committee}", "学生,一支部,甲党委").Rows[0];
        Assert.Equal(("甲党委", "一支部", "学生"), (row.Cell("二级党组织").Text, row.Cell("党支部名称").Text, row.Cell("支部类型").Text));
    }

    [Fact]
    public void Units_in_brackets_do_not_matter_but_other_brackets_do()
    {
        var table = From("二级党组织,党支部名称,支部类型,正式党员数（人）,预备党员数(人),党员数（正式）", "甲党委,一支部,学生,3,4,5");
        Assert.Equal("3", table.Rows[0].Cell("正式党员数").Text);
        Assert.Equal("4", table.Rows[0].Cell("预备党员数").Text);
        Assert.Equal(["党员数（正式）"], table.IgnoredColumns);
        Assert.False(table.Has("党员数"));
        Assert.Equal(("", "第 2 行"), (table.Rows[0].Cell("党员数").Text, table.Rows[0].Cell("党员数").Address));
    }

    [Fact]
    public void The_ambiguous_header_is_the_branch_type_unless_another_column_is()
    {
        var alone = From("二级党组织,类别,党支部名称", "甲党委,学生,一支部").Rows[0];
        Assert.Equal(("学生", ""), (alone.Cell("支部类型").Text, alone.Cell("党组织类别").Text));
        var beside = From("二级党组织,类别,党支部名称,类型", "甲党委,基层党委,一支部,学生").Rows[0];
        Assert.Equal(("学生", "基层党委"), (beside.Cell("支部类型").Text, beside.Cell("党组织类别").Text));
        var both = From("二级党组织,类别,党支部名称,类型,党组织类别", "甲党委,?,一支部,学生,党总支");
        Assert.Equal(("学生", "党总支"), (both.Rows[0].Cell("支部类型").Text, both.Rows[0].Cell("党组织类别").Text));
        Assert.Equal(["类别"], both.IgnoredColumns);
    }

    [Theory]
    [InlineData("党支部名称", "支部名称", "B1「党支部名称」和 D1「支部名称」")]
    [InlineData("党支部名称", "党支部\n名称", "B1「党支部名称」和 D1「党支部名称」")]
    public void A_column_that_is_there_twice_is_refused_naming_both(string first, string second, string cells) =>
        Assert.Contains(cells, Refusal($"二级党组织,{first},支部类型,\"{second}\"", "甲党委,一支部,学生,二支部"));

    [Fact]
    public void Missing_columns_are_named_with_the_headers_found()
    {
        var message = Refusal("二级党组织,党支部名称,备注", "甲党委,一支部,无");
        Assert.Contains("缺少 「支部类型」", message);
        Assert.Contains("「备注」", message);
    }

    [Fact]
    public void A_table_without_a_header_is_refused_with_what_it_should_hold()
    {
        Assert.Contains("没有找到表头", Refusal("甲党委,一支部,学生"));
        Assert.Contains("最像表头的是第 2 行", Refusal("名册", "二级党组织,支部类型", "甲党委,学生"));
        Assert.Contains("没有找到表头", Refusal("党支部", "一支部"));
    }

    [Fact]
    public void A_table_without_data_is_refused()
    {
        Assert.Contains("没有可以导入的内容", Refusal("二级党组织,党支部名称,支部类型"));
        Assert.Contains("没有可以导入的内容", Refusal("二级党组织,党支部名称,支部类型", "书记（签字）："));
        Assert.Contains("没有可以导入的内容", Refusal("序号,二级党组织,党支部名称,支部类型", "1,,,"));
    }

    [Fact]
    public void A_table_of_five_thousand_long_rows_without_header_is_refused() =>
        Assert.Contains("没有找到表头", Refusal(Enumerable.Repeat(string.Join(',', Enumerable.Repeat("党员数", 60)), 5_000).ToArray()));

    [Fact]
    public void Asking_for_a_column_the_import_does_not_have_is_a_bug() =>
        Assert.Throws<KeyNotFoundException>(() => From("二级党组织,党支部名称,支部类型", "甲党委,一支部,学生").Rows[0].Cell("没有的列"));

    private static ImportTable From(params string[] lines) => ImportTable.From(Given.Rows(lines), Columns);

    private static string Refusal(params string[] lines) => Assert.Throws<UnreadableFileException>(() => From(lines)).Message;
}
