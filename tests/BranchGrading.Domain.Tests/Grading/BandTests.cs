using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class BandTests
{
    [Theory]
    [InlineData("100", Grade.A)]
    [InlineData("90", Grade.A)]
    [InlineData("89.99", Grade.B)]
    [InlineData("89.995", Grade.A)]
    [InlineData("80", Grade.B)]
    [InlineData("79.99", Grade.C)]
    [InlineData("60", Grade.C)]
    [InlineData("59.99", Grade.D)]
    [InlineData("0", Grade.D)]
    public void A_bound_belongs_to_the_better_band(string score, Grade expected) =>
        Assert.Equal(expected, Band.Of(decimal.Parse(score), RoundRules.Default));

    [Fact]
    public void The_round_may_set_other_bounds() =>
        Assert.Equal(Grade.A, Band.Of(85m, new RoundRules { BoundA = 85m }));

    [Fact]
    public void The_self_grade_is_the_band_of_the_self_score()
    {
        var outcome = A.Outcome(A.Candidate(score: 85m) with { SelfScore = 91m });
        Assert.Equal((Grade.A, Grade.B), (outcome.SelfBand, outcome.Band));
        Assert.Null(A.Outcome(A.Candidate() with { SelfScore = null }).SelfBand);
    }
}
