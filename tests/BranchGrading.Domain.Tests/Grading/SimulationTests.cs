using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class SimulationTests
{
    /// <summary>Ten branches, two places: the first two keep A, the third is lowered by the cap.</summary>
    private static readonly GradingCandidate[] ThreeForTwo = [A.Candidate(1, 96m), A.Candidate(2, 95m), A.Candidate(3, 94m), .. A.Candidates(7, 85m, from: 10)];

    [Fact]
    public void A_wider_cap_raises_the_next_and_says_what_no_longer_limits_it()
    {
        var move = Assert.Single(Tried(ThreeForTwo, new RoundRules { CapShare = 0.3m }).Moves);
        Assert.Equal((3, Grade.B, Grade.A, true), (move.ParticipantId, move.From.Grade!.Value, move.To.Grade!.Value, move.Rises));
        Assert.Equal(["不再受限：A级名额：名额 2，列第 3，降为B"], move.Why());
    }

    [Fact]
    public void A_moved_bound_is_named_with_both_its_values()
    {
        var simulation = Tried([A.Candidate(1, 89m), .. A.Candidates(9, 70m, from: 10)], new RoundRules { BoundA = 88m });
        Assert.Equal(["分数等级 B → A（A 级分数线 90 → 88）"], Assert.Single(simulation.Moves).Why());
    }

    [Fact]
    public void Another_weight_shows_both_composites_and_the_bound_that_was_crossed()
    {
        var candidate = A.Candidate(1) with { SelfScore = 100m, ReviewScore = 86m };
        var simulation = Tried([candidate, .. A.Candidates(9, 70m, from: 10)], new RoundRules { SelfWeight = 0.1m });
        var move = Assert.Single(simulation.Moves);
        Assert.True(move.Falls);
        Assert.Equal(["最终得分 90.20 → 87.40", "分数等级 A → B（A 级分数线 90）"], move.Why());
    }

    [Fact]
    public void A_limit_that_the_other_rules_bring_is_named_in_its_own_words()
    {
        var simulation = Tried(
            [A.Candidate(1, 92m) with { PreviousGrade = Grade.C, PreviousYear = 2011 }, .. A.Candidates(9, 70m, from: 10)], new RoundRules(), new RoundRules { NoLevelSkipping = false });
        Assert.Equal(["不越级：上年度（2011年）C，最高评为B"], Assert.Single(simulation.Moves).Why());
    }

    [Fact]
    public void A_tie_that_begins_is_a_move_though_the_grade_stays()
    {
        var simulation = Tried([A.Candidate(1, 96m), A.Candidate(2, 95m), A.Candidate(3, 95m), .. A.Candidates(7, 85m, from: 10)], new RoundRules(), new RoundRules { CapShare = 0.1m });
        Assert.Equal([2, 3], simulation.Moves.Select(move => move.ParticipantId));
        Assert.All(simulation.Moves, move => Assert.True(move.IsTieOnly));
    }

    [Fact]
    public void Decisions_that_would_not_fit_are_told_with_the_figures()
    {
        GradingCandidate[] decided = [A.Candidate(1, 96m) with { Decision = A.Decision(Grade.A) }, A.Candidate(2, 95m) with { Decision = A.Decision(Grade.A) }, .. A.Candidates(8, 85m, from: 10)];
        var simulation = Tried(decided, new RoundRules { CapShare = 0.1m });
        Assert.Equal("全校的 A 级名额是 1 个，已决定的 A 级有 2 个，超出名额", simulation.WhyNot);
        Assert.Equal(simulation.WhyNot, Assert.Single(simulation.Broken).Text);
        Assert.Empty(simulation.Moves);
    }

    [Fact]
    public void A_decision_that_skipped_a_level_by_lax_rules_is_told_under_strict_ones()
    {
        GradingCandidate[] decided = [A.Candidate(1, 96m) with { PreviousGrade = Grade.D, PreviousYear = 2011, Decision = A.Decision(Grade.A) }, .. A.Candidates(9, 85m, from: 10)];
        Assert.Contains("不能越级评为 A", Tried(decided, new RoundRules(), new RoundRules { NoLevelSkipping = false }).WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_compared_only_within_one_scope()
    {
        var byType = Tried(ThreeForTwo, new RoundRules { CapScope = CapScope.BranchType });
        Assert.Null(byType.FormerOf(byType.To.Groups[0]));
        var wider = Tried(ThreeForTwo, new RoundRules { CapShare = 0.5m });
        Assert.Equal((2, 5), (wider.FormerOf(wider.To.Groups[0])!.Quota, wider.To.Groups[0].Quota));
    }

    private static Simulation Tried(IReadOnlyList<GradingCandidate> candidates, RoundRules to, RoundRules? from = null) =>
        new(A.Graded(candidates, from), A.Graded(candidates, to));
}
