using BranchGrading.Web.Exports;
using Xunit;

namespace BranchGrading.Web.Tests.Exports;

public sealed class FormNamesTests
{
    [Theory]
    [InlineData("材料学院党委", "附表4-2012-材料学院党委.xlsx")]
    [InlineData("a/b\\c:d*e?f\"g<h>i|j", "附表4-2012-abcdefghij.xlsx")]
    [InlineData("..\r\n", "附表4-2012-未命名.xlsx")]
    [InlineData("\u202Exslx.机关", "附表4-2012-xslx.机关.xlsx")]
    public void A_file_name_says_form_year_and_unit_in_characters_every_system_takes(string unit, string expected) =>
        Assert.Equal(expected, FormNames.File("附表4", 2012, unit));

    [Theory]
    [InlineData(3, "机关[党委]:一/二", "3 机关党委一二")]
    [InlineData(12, "材料科学与工程学院（含国家级实验教学示范中心与分析测试中心）党委", "12 材料科学与工程学院（含国家级实验教学示范中心与分析测")]
    public void A_sheet_name_is_number_and_name_within_31_characters(int number, string name, string expected)
    {
        var sheet = FormNames.Sheet(number, name);
        Assert.StartsWith(expected, sheet, StringComparison.Ordinal);
        Assert.InRange(sheet.Length, 1, FormNames.SheetNameMaxLength);
    }

    [Fact]
    public void Names_that_would_fall_together_are_told_apart() =>
        Assert.Equal(["a.xlsx", "A (2).xlsx", "b.xlsx", "a (3).xlsx"], FormNames.Unique(["a.xlsx", "A.xlsx", "b.xlsx", "a.xlsx"]));
}
