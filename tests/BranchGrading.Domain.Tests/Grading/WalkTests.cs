using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class WalkTests
{
    [Fact]
    public void The_walk_shows_every_step_with_its_numbers()
    {
        // 45 participants, 9 places, 13 of them at A.
        var candidate = A.Candidate(1) with
        {
            SelfScore = 93.6m,
            ReviewScore = 88.97m,
            MassBallots = A.Ballots(29, 30),
            PreviousGrade = Grade.B,
            PreviousYear = 2025,
        };
        var result = A.Graded([
            .. Enumerable.Range(10, 10).Select(id => A.Candidate(id, 92m + id / 100m)), candidate,
            A.Candidate(30, 90.2m), A.Candidate(31, 90.1m), .. A.Candidates(32, 70m, from: 100)]);
        var walk = result.Find(1)!.Walk;

        Assert.Equal(
        [
            WalkStepKind.Scores, WalkStepKind.Composite, WalkStepKind.Band, WalkStepKind.Veto, WalkStepKind.MassSatisfaction,
            WalkStepKind.LevelSkipping, WalkStepKind.Cap,
        ], walk.Select(step => step.Kind));
        Assert.Equal(("93.60 × 30% + 88.97 × 70% =", "90.36"), (walk[1].Sum, walk[1].Result));
        Assert.Equal("90.36 ≥ 90", walk[2].Sum);
        Assert.Equal(("29 ÷ 30 =", "96.67%"), (walk[4].Sum, walk[4].Result));
        Assert.Equal("上年度（2025年）为 B，今年最高可到 A。", walk[5].Sentence);
        Assert.Equal(("名额 45 × 20% = 9 个；够 A 级的有 13 个支部，本支部列第", "11"), (walk[6].Sum, walk[6].Result));
        Assert.Equal(
            "依次比较最终得分（90.36）、群众满意率（96.67%）、党员满意率（100.00%）、上级评分（88.97）；前 9 名保持 A，其余为 B。",
            walk[6].Sentence);
        Assert.Equal((Grade.A, Grade.B, WalkStepState.Lowered), (walk[6].From, walk[6].To, walk[6].State));
        Assert.Equal([WalkStepState.Idle, WalkStepState.Idle, WalkStepState.Idle], walk.Skip(3).Take(3).Select(step => step.State));
    }

    [Fact]
    public void A_walk_ends_with_the_decision_and_its_reason()
    {
        var step = A.Outcome(A.Candidate() with { Decision = new GradeDecision(Grade.B, "校级检查发现记录不全") }).Walk[^1];
        Assert.Equal((WalkStepKind.Decision, "学校决定评为 B。理由：校级检查发现记录不全"), (step.Kind, step.Sentence));
        Assert.Equal((Grade.A, Grade.B), (step.From, step.To));
    }

    [Fact]
    public void A_walk_of_a_branch_that_lacks_something_ends_with_what_it_lacks()
    {
        var walk = A.Outcome(A.Candidate() with { MassBallots = null }).Walk;
        Assert.Equal([WalkStepKind.Scores, WalkStepKind.Composite, WalkStepKind.Missing], walk.Select(step => step.Kind));
        Assert.Equal("缺群众测评，还不能评定等级；补齐后再算。", walk[^1].Sentence);
    }

    [Fact]
    public void A_score_of_the_school_is_named_beside_the_one_it_replaces()
    {
        var step = A.Outcome(A.Candidate() with { ReviewScore = 92m, Rescore = 91.5m }).Walk[0];
        Assert.Equal(("自评 95.00；上级", "91.50"), (step.Sum, step.Result));
        Assert.Equal("上级评分用学校考评的重新评分；材料学院党委初评为 92.00。", step.Sentence);
    }

    [Fact]
    public void A_walk_names_the_exception_with_who_why_and_number()
    {
        var step = A.Outcome(A.Candidate() with { PreviousGrade = Grade.C, PreviousYear = 2011, Approval = A.Approval() })
            .Walk.Single(step => step.Kind == WalkStepKind.LevelSkipping);
        Assert.Equal("上年度（2011年）为 C，本应最高到 B；学校党委特批（党字〔2012〕5号）：工作成效突出。", step.Sentence);
    }

    [Fact]
    public void A_tie_at_the_cut_is_told_to_each_of_its_branches()
    {
        var step = A.Graded([.. A.Candidates(2, 95m), .. A.Candidates(3, 70m, from: 10)]).Find(2)!.Walk[^1];
        Assert.Equal(("名额 5 × 20% = 1 个；够 A 级的有 2 个支部，本支部并列第", "1"), (step.Sum, step.Result));
        Assert.EndsWith("2 个支部四项相同，余 1 个名额，先按 B 计，由学校决定。", step.Sentence);
    }

    [Fact]
    public void Places_of_a_group_are_told_with_the_schools_and_the_transfer()
    {
        var step = A.Graded(
            [.. Enumerable.Range(1, 10).Select(id => A.Candidate(id, 100m - id) with { CommitteeId = id % 2, CommitteeName = $"第{id % 2}党委" })],
            new RoundRules { CapScope = CapScope.Committee }, new QuotaTransfer("0", "1", 1, "理由")).Find(5)!.Walk[^1];
        Assert.StartsWith("全校名额 2 个，分给第1党委 1 个，调剂后 2 个；", step.Sum);
        Assert.Equal("3", step.Result);
    }
}
