using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class RoundingTests
{
    [Theory]
    [InlineData("89.994", "89.99")]
    [InlineData("89.995", "90.00")]
    [InlineData("0.005", "0.01")]
    [InlineData("0.015", "0.02")]
    [InlineData("0.025", "0.03")]
    [InlineData("-0.005", "-0.01")]
    public void Halves_are_rounded_away_from_zero(string number, string expected) =>
        Assert.Equal(decimal.Parse(expected), Rounding.Round(decimal.Parse(number)));

    [Fact]
    public void Nothing_stays_nothing() => Assert.Null(Rounding.Round(null));
}
