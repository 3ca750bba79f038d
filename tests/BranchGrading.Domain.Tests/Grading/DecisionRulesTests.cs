using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class DecisionRulesTests
{
    [Fact]
    public void A_decided_A_takes_a_place_and_moves_the_cut()
    {
        var before = A.Graded(Ten());
        var after = A.Graded(With(Ten(), 8, one => one with { Decision = A.Decision(Grade.A) }));

        Assert.Equal([1, 2], Ids(before, Grade.A));
        Assert.Equal([1, 8], Ids(after, Grade.A));
        Assert.Equal([new GradeMove(2, "第2党支部", Grade.A, Grade.B)], DecisionRules.MovedBy(before, after));
        Assert.Equal("A级名额：名额 2（已决定 1，余 1），列第 2，降为B", after.Find(2)!.Remark);
        Assert.Equal((1, 1, 1, 0), (after.Groups[0].DecidedA, after.Groups[0].Left, after.Groups[0].ComputedA, after.Groups[0].Open));
    }

    [Fact]
    public void A_branch_with_any_decision_leaves_the_ranking_and_the_next_receives_its_place()
    {
        var before = A.Graded(Ten());
        var after = A.Graded(With(Ten(), 1, one => one with { Decision = A.Decision(Grade.C) }));
        Assert.Equal([2, 3], Ids(after, Grade.A));
        Assert.Null(after.Find(1)!.Rank);
        Assert.Equal([new GradeMove(3, "第3党支部", Grade.B, Grade.A)], DecisionRules.MovedBy(before, after));
    }

    [Fact]
    public void Beside_a_decision_stands_what_the_rules_alone_would_say()
    {
        var after = A.Graded(With(With(Ten(), 1, one => one with { Decision = A.Decision(Grade.B) }), 5, one => one with { Decision = A.Decision(Grade.A) }));
        Assert.Equal((Grade.A, Grade.B), (after.Find(1)!.Computed, after.Find(1)!.Grade));
        Assert.Equal((Grade.B, Grade.A, ""), (after.Find(5)!.Computed, after.Find(5)!.Grade, after.Find(5)!.Remark));
    }

    [Fact]
    public void A_tie_is_resolved_by_deciding_every_branch_of_it()
    {
        GradingCandidate[] tied = [.. A.Candidates(2, 95m), .. A.Candidates(3, 70m, from: 10)];
        Assert.Equal(["「第1党支部」并列待定，请先决定等级", "「第2党支部」并列待定，请先决定等级"], Problems(A.Graded(tied)));

        var decided = A.Graded(With(With(tied, 1, one => one with { Decision = A.Decision(Grade.A) }), 2, one => one with { Decision = A.Decision(Grade.B) }));
        Assert.Empty(Problems(decided));
        Assert.Equal((Grade.A, ""), (decided.Find(1)!.Grade, decided.Find(1)!.Remark));
        Assert.Equal((Grade.B, ""), (decided.Find(2)!.Grade, decided.Find(2)!.Remark));
    }

    [Fact]
    public void When_one_of_a_tie_is_decided_the_place_is_gone_and_the_others_are_plainly_B()
    {
        var after = A.Graded(With([.. A.Candidates(2, 95m), .. A.Candidates(3, 70m, from: 10)], 1, one => one with { Decision = A.Decision(Grade.A) }));
        Assert.Equal((Grade.B, false), (after.Find(2)!.Grade, after.Find(2)!.TieToDecide));
        Assert.Empty(Problems(after));
    }

    [Fact]
    public void Decided_As_that_fill_the_places_leave_none_to_the_ranking()
    {
        var after = A.Graded(With(With(Ten(), 9, one => one with { Decision = A.Decision(Grade.A) }), 10, one => one with { Decision = A.Decision(Grade.A) }));
        Assert.Null(DecisionRules.WhyNot(after));
        Assert.Equal([9, 10], Ids(after, Grade.A));
        Assert.Equal(0, after.TiesToDecide);
    }

    [Fact]
    public void More_decided_As_than_places_are_refused_and_what_is_left_is_never_negative()
    {
        var after = A.Graded(Ten().Select(one => one.ParticipantId <= 3 ? one with { Decision = A.Decision(Grade.A) } : one));
        Assert.Equal("全校的 A 级名额是 2 个，已决定的 A 级有 3 个，超出名额", DecisionRules.WhyNot(after));
        Assert.Equal((0, 0), (after.Groups[0].Left, after.Groups[0].Open));
    }

    [Fact]
    public void Decided_As_are_counted_against_the_places_of_their_own_group()
    {
        var candidates = Ten().Select(one => one.ParticipantId > 5 ? one with { Type = BranchType.Student } : one)
            .Select(one => one.ParticipantId <= 2 ? one with { Decision = A.Decision(Grade.A) } : one).ToArray();
        Assert.Null(DecisionRules.WhyNot(A.Graded(candidates)));
        Assert.Equal("教师党支部的 A 级名额是 1 个，已决定的 A 级有 2 个，超出名额",
            DecisionRules.WhyNot(A.Graded(candidates, new RoundRules { CapScope = CapScope.BranchType })));
        Assert.Null(DecisionRules.WhyNot(A.Graded(candidates, new RoundRules { CapScope = CapScope.BranchType },
            new QuotaTransfer("Student", "Teacher", 1, "理由"))));
    }

    [Fact]
    public void A_lower_cap_and_an_exclusion_are_refused_while_the_decided_As_would_not_fit()
    {
        var decided = Ten().Select(one => one.ParticipantId <= 2 ? one with { Decision = A.Decision(Grade.A) } : one).ToArray();
        Assert.Null(DecisionRules.WhyNot(A.Graded(decided)));
        Assert.NotNull(DecisionRules.WhyNot(A.Graded(decided, new RoundRules { CapShare = 0.19m })));
        Assert.NotNull(DecisionRules.WhyNot(A.Graded(decided.SkipLast(1))));
        Assert.Null(DecisionRules.WhyNot(A.Graded(decided, new RoundRules { CapShare = 0.30m })));
    }

    [Fact]
    public void A_decision_that_skips_a_level_needs_an_approved_exception()
    {
        var skip = A.Candidate(score: 85m) with { PreviousGrade = Grade.D, PreviousYear = 2011, Decision = A.Decision(Grade.B) };
        Assert.StartsWith("「第1党支部」上年度（2011年）为 D，不能越级评为 B", WhyNot(skip));
        Assert.Null(WhyNot(skip with { Approval = A.Approval() }));
        Assert.Null(WhyNot(skip with { Decision = A.Decision(Grade.C) }));
        Assert.Null(WhyNot(skip with { PreviousGrade = null }));
        Assert.Null(WhyNot(skip, new RoundRules { NoLevelSkipping = false }));
    }

    [Theory]
    [InlineData(Grade.A)]
    [InlineData(Grade.B)]
    [InlineData(Grade.C)]
    public void Beside_a_veto_only_a_D_may_be_decided(Grade grade)
    {
        var vetoed = A.Candidate() with { Vetoed = true, Decision = A.Decision(grade) };
        Assert.Equal("「第1党支部」有一票否决事项，只能评为 D", WhyNot(vetoed));
        Assert.Null(WhyNot(vetoed with { Decision = A.Decision(Grade.D) }));
    }

    [Fact]
    public void A_branch_that_cannot_be_graded_cannot_be_decided_either()
    {
        var lacking = A.Candidate() with { MemberBallots = null, Decision = A.Decision(Grade.B) };
        Assert.Equal("「第1党支部」材料不全（缺党员测评），不能评定", WhyNot(lacking));
    }

    [Fact]
    public void A_decision_needs_a_reason() =>
        Assert.Equal("「第1党支部」：请写明决定的理由", WhyNot(A.Candidate() with { Decision = new GradeDecision(Grade.B, " ") }));

    [Fact]
    public void A_decision_may_rise_above_the_band_and_the_least_mass_satisfaction() =>
        Assert.Null(WhyNot(
            A.Candidate(score: 70m) with { MassBallots = A.Ballots(1, 20), Decision = A.Decision(Grade.B) },
            new RoundRules { LeastMassSatisfaction = 90 }));

    [Fact]
    public void Publication_names_all_that_stands_against_it()
    {
        var result = A.Graded(
        [
            A.Candidate(1) with { SelfScore = null },
            A.Candidate(2, 92m) with { Vetoed = true, Decision = A.Decision(Grade.C) },
            .. A.Candidates(2, 95m, from: 3),
            .. A.Candidates(4, 70m, from: 10),
        ]);
        Assert.Equal(
        [
            "「第1党支部」材料不全（缺自评得分），请补齐，或说明理由后不列入本次定级",
            "「第3党支部」并列待定，请先决定等级",
            "「第4党支部」并列待定，请先决定等级",
            "「第2党支部」有一票否决事项，只能评为 D",
        ], Problems(result));
    }

    [Fact]
    public void Excluding_a_branch_moves_the_places_of_the_others()
    {
        // 10 participants have 2 places, 9 have 1.
        var moves = DecisionRules.MovedBy(A.Graded(Ten()), A.Graded(Ten().SkipLast(1)));
        Assert.Equal([new GradeMove(2, "第2党支部", Grade.A, Grade.B)], moves);
    }

    [Fact]
    public void A_branch_with_a_decision_is_not_among_those_that_an_act_moves()
    {
        var decided = With(Ten(), 1, one => one with { Decision = A.Decision(Grade.B) });
        var moves = DecisionRules.MovedBy(A.Graded(decided), A.Graded(decided, new RoundRules { CapShare = 0m }));
        Assert.Equal([2, 3], moves.Select(move => move.ParticipantId));
    }

    private static GradingCandidate[] Ten() => [.. Enumerable.Range(1, 10).Select(id => A.Candidate(id, 100m - id))];

    private static GradingCandidate[] With(GradingCandidate[] candidates, int id, Func<GradingCandidate, GradingCandidate> change) =>
        [.. candidates.Select(one => one.ParticipantId == id ? change(one) : one)];

    private static IEnumerable<int> Ids(GradingResult result, Grade grade) =>
        result.Outcomes.Where(outcome => outcome.Grade == grade).Select(outcome => outcome.ParticipantId);

    private static IEnumerable<string> Problems(GradingResult result) =>
        DecisionRules.WhyNotPublishable(result).Select(problem => problem.Text);

    private static string? WhyNot(GradingCandidate candidate, RoundRules? rules = null) =>
        DecisionRules.WhyNot(A.Graded([candidate, .. A.Candidates(9, 70m, from: 1000)], rules));
}
