using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;

public class CapCutTests
{
    [Fact]
    public void The_cut_names_the_last_with_a_place_and_the_next_in_line()
    {
        var cut = OfSchool([.. Scores(97m, 96m, 95m, 94m), .. A.Candidates(6, 70m, from: 10)]);
        Assert.Equal([2], Ids(cut.Last));
        Assert.Equal([3], Ids(cut.Next));
        Assert.Empty(cut.Tied);
        Assert.Equal(2, cut.Below);
        Assert.Equal("A 级名额线：共 2 个，已用 2 个；下一个是「第3党支部」（第 3 名）", cut.Sentence);
    }

    [Fact]
    public void Equals_at_the_cut_are_marked_and_the_next_stands_below_them()
    {
        var cut = OfSchool([.. Scores(97m, 95m, 95m, 94m), .. A.Candidates(6, 70m, from: 10)]);
        Assert.Equal([1], Ids(cut.Last));
        Assert.Equal([2, 3], Ids(cut.Tied));
        Assert.Equal([4], Ids(cut.Next));
        Assert.Equal("A 级名额线：共 2 个，已用 1 个，余 1 个，留给并列待定的 2 个支部（「第2党支部」「第3党支部」），请作决定；下一个是「第4党支部」（第 4 名）", cut.Sentence);
    }

    [Fact]
    public void Equals_may_be_next_together()
    {
        var cut = OfSchool([.. Scores(97m, 96m, 95m, 95m), .. A.Candidates(6, 70m, from: 10)]);
        Assert.Equal([3, 4], Ids(cut.Next));
        Assert.EndsWith("；下一个并列 2 个支部（第 3 名）：「第3党支部」「第4党支部」", cut.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_have_a_place_nobody_is_next()
    {
        var cut = OfSchool([.. Scores(97m), .. A.Candidates(9, 70m, from: 10)]);
        Assert.Equal([1], Ids(cut.Last));
        Assert.Empty(cut.Next);
        Assert.Equal("A 级名额线：共 2 个，已用 1 个，余 1 个", cut.Sentence);
    }

    [Fact]
    public void Decided_branches_hold_places_but_do_not_stand_in_the_line()
    {
        GradingCandidate[] branches = [.. Scores(97m, 96m, 95m), .. A.Candidates(7, 70m, from: 10)];
        branches[0] = branches[0] with { Decision = A.Decision(Grade.B) };
        branches[5] = branches[5] with { Decision = A.Decision(Grade.A) };
        var cut = OfSchool(branches);
        Assert.Equal([2], Ids(cut.Last));
        Assert.Equal([3], Ids(cut.Next));
        Assert.Equal("A 级名额线：共 2 个，已用 2 个（其中学校决定 1 个）；下一个是「第3党支部」（第 2 名）", cut.Sentence);
    }

    [Fact]
    public void More_decided_than_places_is_said()
    {
        GradingCandidate[] branches = [.. A.Candidates(5, 95m).Select(one => one.ParticipantId < 3 ? one with { Decision = A.Decision(Grade.A) } : one)];
        Assert.Contains("决定的 A 级超出名额 1 个", OfSchool(branches).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_group_has_a_cut_of_its_own()
    {
        var result = A.Graded(
            [.. Scores(97m, 96m), .. A.Candidates(3, 70m, from: 10), .. A.Candidates(5, 92m, from: 20).Select(one => one with { Type = BranchType.Student })],
            new RoundRules { CapScope = CapScope.BranchType });
        var cuts = CapCut.Of(result);
        Assert.Equal(["Student", "Teacher"], cuts.Select(cut => cut.Group.Key));
        Assert.Equal([5, 0], cuts.Select(cut => cut.Tied.Count));
        Assert.Equal([2], Ids(cuts[1].Next));
        Assert.StartsWith("教师党支部 A 级名额线：共 1 个", cuts[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_decision_would_do_is_worked_out_without_doing_it()
    {
        GradingCandidate[] branches = [.. Scores(97m, 96m, 95m), .. A.Candidates(7, 70m, from: 10)];
        var effect = DecisionEffect.Of(branches, RoundRules.Default, [], new Dictionary<int, GradeDecision?> { [1] = A.Decision(Grade.B), [10] = A.Decision(Grade.C) });
        Assert.Equal([new GradeMove(1, "第1党支部", Grade.A, Grade.B), new GradeMove(10, "第10党支部", Grade.C, Grade.C)], effect.Selected);
        Assert.Equal([new GradeMove(3, "第3党支部", Grade.B, Grade.A)], effect.Moved);
        Assert.Equal((2, 2), (effect.Places[0].Before.Used, effect.Places[0].After.Used));
        Assert.Empty(effect.Problems);

        var back = DecisionEffect.Of([.. branches.Select(one => one.ParticipantId == 1 ? one with { Decision = A.Decision(Grade.B) } : one)], RoundRules.Default, [], new Dictionary<int, GradeDecision?> { [1] = null });
        Assert.Equal([new GradeMove(1, "第1党支部", Grade.B, Grade.A)], back.Selected);
        Assert.Equal([new GradeMove(3, "第3党支部", Grade.A, Grade.B)], back.Moved);
    }

    [Fact]
    public void All_that_stands_against_a_decision_is_named()
    {
        GradingCandidate[] branches = [.. Scores(97m, 96m, 95m), .. A.Candidates(7, 70m, from: 10)];
        branches[0] = branches[0] with { Vetoed = true };
        branches[1] = branches[1] with { PreviousGrade = Grade.D };
        var effect = DecisionEffect.Of(branches, RoundRules.Default, [], branches.Take(3).ToDictionary(one => one.ParticipantId, GradeDecision? (_) => A.Decision(Grade.A)));
        Assert.Equal(3, effect.Problems.Count);
        Assert.Contains("一票否决", effect.Problems[0].Text, StringComparison.Ordinal);
        Assert.Contains("越级", effect.Problems[1].Text, StringComparison.Ordinal);
        Assert.Contains("超出名额", effect.Problems[2].Text, StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], effect.Problems[2].ParticipantIds);
    }

    private static IEnumerable<GradingCandidate> Scores(params decimal[] scores) => scores.Select((score, index) => A.Candidate(index + 1, score));

    private static CapCut OfSchool(IEnumerable<GradingCandidate> branches) => Assert.Single(CapCut.Of(A.Graded(branches)));

    private static IEnumerable<int> Ids(IEnumerable<CutEntry> branches) => branches.Select(branch => branch.ParticipantId);
}
