using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class ACapTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(19, 3)]
    [InlineData(20, 4)]
    [InlineData(62, 12)]
    [InlineData(243, 48)]
    public void Places_are_a_fifth_of_the_participants_without_the_fraction(int participants, int places)
    {
        Assert.Equal(places, ACap.Places(participants, 0.20m));
        Assert.Equal(places, A.Graded(A.Candidates(participants, 95m)).Places);
    }

    [Fact]
    public void The_best_keep_A_and_the_rest_are_B_with_place_and_rank()
    {
        var result = A.Graded(Enumerable.Range(1, 10).Select(id => A.Candidate(id, 100m - id)));
        Assert.Equal([1, 2], result.Outcomes.Where(outcome => outcome.Grade == Grade.A).Select(outcome => outcome.ParticipantId));
        Assert.Equal("A级名额：名额 2，列第 3，降为B", result.Find(3)!.Remark);
        Assert.Equal(3, result.Find(3)!.Rank);
        Assert.Equal(10, result.Find(10)!.Rank);
    }

    [Fact]
    public void A_branch_that_a_limit_took_from_A_takes_no_place()
    {
        var result = A.Graded([A.Candidate(1, 99m) with { PreviousGrade = Grade.C }, A.Candidate(2, 91m), .. A.Candidates(3, 50m, from: 10)]);
        Assert.Equal((Grade.B, null), (result.Find(1)!.Grade, result.Find(1)!.Rank));
        Assert.Equal((Grade.A, 1), (result.Find(2)!.Grade, result.Find(2)!.Rank));
    }

    [Fact]
    public void Equal_composites_are_ranked_by_the_masses() =>
        AssertFirstWins(
            A.Candidate(1) with { MassBallots = A.Ballots(20, 20), MemberBallots = A.Ballots(1, 20) },
            A.Candidate(2) with { MassBallots = A.Ballots(19, 20), MemberBallots = A.Ballots(20, 20) });

    [Fact]
    public void Then_by_the_members() =>
        AssertFirstWins(
            A.Candidate(1) with { MemberBallots = A.Ballots(20, 20), SelfScore = 98m, ReviewScore = 92m },
            A.Candidate(2) with { MemberBallots = A.Ballots(19, 20), SelfScore = 91m, ReviewScore = 95m });

    [Fact]
    public void Then_by_the_superior_score() =>
        // Both composites are 93.80.
        AssertFirstWins(
            A.Candidate(1) with { SelfScore = 91m, ReviewScore = 95m },
            A.Candidate(2) with { SelfScore = 98m, ReviewScore = 92m });

    [Fact]
    public void Equals_in_all_four_that_fit_all_keep_A()
    {
        var result = A.Graded([.. A.Candidates(2, 95m), .. A.Candidates(8, 85m, from: 10)]);
        Assert.Equal(2, result.CountOf(Grade.A));
        Assert.Equal(0, result.TiesToDecide);
        Assert.Equal([1, 1], result.Outcomes.Take(2).Select(outcome => outcome.Rank));
    }

    [Fact]
    public void Equals_across_the_cut_wait_for_a_decision_and_nobody_below_receives_the_places()
    {
        // 20 participants, 4 places: two above, three equals for two places, one below.
        var result = A.Graded([.. A.Candidates(2, 99m), .. A.Candidates(3, 95m, from: 10), A.Candidate(20, 94m), .. A.Candidates(14, 70m, from: 30)]);
        foreach (var tied in new[] { 10, 11, 12 })
        {
            var outcome = result.Find(tied)!;
            Assert.Equal((Grade.B, true, 3), (outcome.Grade, outcome.TieToDecide, outcome.Rank));
            Assert.Equal("A级名额：名额 4，并列第 3，降为B；并列待定：3 个支部四项相同，余 2 个名额", outcome.Remark);
        }

        Assert.Equal((Grade.B, "A级名额：名额 4，列第 6，降为B"), (result.Find(20)!.Grade, result.Find(20)!.Remark));
        var school = Assert.Single(result.Groups);
        Assert.Equal((4, 0, 4, 2, 2, 2, 3), (school.Quota, school.DecidedA, school.Left, school.ComputedA, school.Used, school.Open, school.CutTieCount));
        Assert.Equal(["第10党支部", "第11党支部", "第12党支部"], school.CutTieNames);
    }

    [Fact]
    public void Equals_wholly_below_the_cut_are_B_and_wait_for_nothing()
    {
        var result = A.Graded([A.Candidate(1, 99m), .. A.Candidates(4, 95m, from: 10)]);
        Assert.Equal(0, result.TiesToDecide);
        Assert.All(result.Outcomes.Skip(1), outcome => Assert.Equal("A级名额：名额 1，列第 2，降为B", outcome.Remark));
    }

    [Fact]
    public void Four_participants_have_no_place_and_no_tie()
    {
        var result = A.Graded(A.Candidates(4, 95m));
        Assert.Equal((0, 4, 0), (result.CountOf(Grade.A), result.CountOf(Grade.B), result.TiesToDecide));
    }

    [Fact]
    public void Places_that_nobody_needs_stay_open()
    {
        var school = A.Graded([A.Candidate(1), .. A.Candidates(19, 70m, from: 10)]).Groups[0];
        Assert.Equal((4, 1, 3), (school.Quota, school.Used, school.Open));
    }

    private static void AssertFirstWins(GradingCandidate first, GradingCandidate second)
    {
        var result = A.Graded([second, first, .. A.Candidates(3, 50m, from: 10)]);
        Assert.Equal(first.ParticipantId == 1 ? (Grade.A, Grade.B) : default, (result.Find(1)!.Grade!.Value, result.Find(2)!.Grade!.Value));
        Assert.Equal(0, result.TiesToDecide);
        Assert.Equal(result.Find(1)!.Composite, result.Find(2)!.Composite);
    }
}
