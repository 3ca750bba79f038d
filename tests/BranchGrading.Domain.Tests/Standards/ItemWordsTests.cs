using BranchGrading.Domain.Standards;
using Xunit;

namespace BranchGrading.Domain.Tests.Standards;

public sealed class ItemWordsTests
{
    private static readonly StandardItem Deduction = StandardItem.ByDeduction("缺次", "", "", 4m, 0.5m);
    private static readonly StandardItem Bonus = StandardItem.ByBonus("表彰", "", "", 2m, 1m);

    [Theory]
    [InlineData(0, "4 − 0 × 0.5 = 4")]
    [InlineData(2, "4 − 2 × 0.5 = 3")]
    [InlineData(8, "4 − 8 × 0.5 = 0")]
    [InlineData(9, "4 − 9 × 0.5，扣完为止，得 0")]
    public void A_deduction_tells_its_sum(int times, string expected) => Assert.Equal(expected, ItemWords.Calculation(Deduction, new ItemAnswer { Times = times }));

    [Theory]
    [InlineData(0, "0 × 1 = 0")]
    [InlineData(2, "2 × 1 = 2")]
    [InlineData(3, "3 × 1 = 3，最多 2")]
    public void A_bonus_tells_its_sum_and_its_cap(int times, string expected) => Assert.Equal(expected, ItemWords.Calculation(Bonus, new ItemAnswer { Times = times }));

    [Fact]
    public void What_is_not_filled_in_has_no_sum() => Assert.Equal("", ItemWords.Calculation(Deduction, new ItemAnswer()));
}
