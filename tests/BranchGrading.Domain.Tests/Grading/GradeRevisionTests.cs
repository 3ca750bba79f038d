using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;
using Xunit;

namespace BranchGrading.Domain.Tests.Grading;

public sealed class GradeRevisionTests
{
    /// <summary>Ten branches, two places: the first two keep A, the third is lowered by the cap.</summary>
    private static readonly List<GradingCandidate> Ten = [A.Candidate(1, 96), A.Candidate(2, 95), A.Candidate(3, 94), .. A.Candidates(7, 85, from: 4)];

    [Fact]
    public void A_branch_that_loses_its_A_lets_the_next_one_up_and_both_are_named()
    {
        var revision = Revise(Ten, 1, Grade.B);
        Assert.Null(revision.WhyNot);
        Assert.Equal([(1, Grade.A, Grade.B), (3, Grade.B, Grade.A)], revision.Moves.Select(move => (move.ParticipantId, move.From!.Value, move.To!.Value)));
    }

    [Fact]
    public void A_branch_raised_to_A_takes_the_last_place_of_another()
    {
        var revision = Revise(Ten, 4, Grade.A);
        Assert.Null(revision.WhyNot);
        Assert.Equal([4, 2], revision.Moves.Select(move => move.ParticipantId));
    }

    [Fact]
    public void More_A_than_places_are_refused_with_figures()
    {
        var decided = Ten.ConvertAll(candidate => candidate.ParticipantId <= 2 ? candidate with { Decision = A.Decision(Grade.A) } : candidate);
        Assert.Contains("名额是 2 个，已决定的 A 级有 3 个", Revise(decided, 3, Grade.A).WhyNot);
    }

    [Fact]
    public void A_skipped_level_needs_its_exception_and_a_veto_allows_nothing_but_D()
    {
        var fallen = Ten.ConvertAll(candidate => candidate.ParticipantId == 4 ? candidate with { PreviousGrade = Grade.C, PreviousYear = 2011 } : candidate);
        Assert.EndsWith("不能越级评为 A；公示以后不能再登记越级特批，确需改变的，请报学校党委研究，另行发文", Revise(fallen, 4, Grade.A).WhyNot, StringComparison.Ordinal);
        Assert.Null(Revise(fallen.ConvertAll(candidate => candidate.ParticipantId == 4 ? candidate with { Approval = A.Approval() } : candidate), 4, Grade.A).WhyNot);
        Assert.Contains("只能评为 D；一票否决以公示时的材料为准", Revise(Ten.ConvertAll(candidate => candidate.ParticipantId == 4 ? candidate with { Vetoed = true } : candidate), 4, Grade.C).WhyNot);
    }

    [Fact]
    public void A_new_tie_is_refused()
    {
        List<GradingCandidate> tying = [A.Candidate(1, 96), A.Candidate(2, 95), A.Candidate(3, 94), A.Candidate(4, 94), .. A.Candidates(6, 85, from: 5)];
        Assert.Contains("并列待定", Revise(tying, 1, Grade.B).WhyNot);
    }

    [Fact]
    public void The_same_grade_is_no_revision() => Assert.Contains("公示的等级就是 A", Revise(Ten, 1, Grade.A).WhyNot);

    [Fact]
    public void A_correction_moves_nobody_else_and_needs_a_place()
    {
        var settled = Ten.ToDictionary(candidate => candidate.ParticipantId, candidate => candidate.ParticipantId <= 2 ? Grade.A : Grade.B);
        Assert.Contains("名额是 2 个，已决定的 A 级有 3 个", Correct(settled, 3, Grade.A));
        Assert.Null(Correct(settled, 1, Grade.B));
        settled[1] = Grade.B;
        Assert.Null(Correct(settled, 3, Grade.A));
        settled[3] = Grade.A;
        Assert.Contains("已决定的 A 级有 3 个", Correct(settled, 1, Grade.A));
        Assert.Contains("没有改动", Correct(settled, 3, Grade.A));
    }

    [Fact]
    public void A_correction_skips_no_level_and_lifts_no_veto()
    {
        List<GradingCandidate> candidates = [A.Candidate(1, 96) with { PreviousGrade = Grade.D, PreviousYear = 2011 }, A.Candidate(2, 96) with { Vetoed = true }, .. A.Candidates(8, 85, from: 3)];
        var settled = candidates.ToDictionary(candidate => candidate.ParticipantId, candidate => candidate.ParticipantId switch { 1 => Grade.C, 2 => Grade.D, _ => Grade.B });
        Assert.Contains("不能越级评为 B；公示以后不能再登记越级特批", CorrectionRules.WhyNot(candidates, RoundRules.Default, [], settled, 1, Grade.B));
        Assert.Contains("只能评为 D；一票否决以公示时的材料为准", CorrectionRules.WhyNot(candidates, RoundRules.Default, [], settled, 2, Grade.C));
        Assert.Null(CorrectionRules.WhyNot(candidates, RoundRules.Default, [], settled, 1, Grade.D));
    }

    private static string? Correct(Dictionary<int, Grade> settled, int id, Grade grade) => CorrectionRules.WhyNot(Ten, RoundRules.Default, [], settled, id, grade);

    private static GradeRevision Revise(List<GradingCandidate> candidates, int id, Grade grade) => GradeRevision.Of(candidates, RoundRules.Default, [], id, new GradeDecision(grade, "核查属实"));
}
