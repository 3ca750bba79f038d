using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Grading;

namespace BranchGrading.Domain.Tests.Grading;


public class MissingInputTests
{
    private static readonly BallotCount NoValidBallot = new(null, 5, 5, 0, 0, 0, 0, 0);

    [Fact]
    public void A_branch_without_any_input_is_listed_with_all_it_lacks()
    {
        var outcome = A.Outcome(A.Candidate() with { SelfScore = null, ReviewScore = null, MemberBallots = null, MassBallots = null });
        Assert.Equal(Enum.GetValues<MissingInput>(), outcome.Missing);
        Assert.Equal((null, null, false), (outcome.Grade, outcome.Composite, outcome.IsGradable));
        Assert.Equal("材料不全（缺自评得分、初评得分、党员测评、群众测评）", outcome.Remark);
    }

    [Fact]
    public void A_vote_without_a_valid_ballot_is_missing_but_the_composite_is_not()
    {
        var outcome = A.Outcome(A.Candidate() with { MassBallots = NoValidBallot });
        Assert.Equal([MissingInput.MassVote], outcome.Missing);
        Assert.Equal((null, 95m, "材料不全（缺群众测评）"), (outcome.Grade, outcome.Composite, outcome.Remark));
    }

    [Fact]
    public void A_score_of_the_school_does_not_make_up_for_a_missing_review()
    {
        var outcome = A.Outcome(A.Candidate() with { ReviewScore = null, Rescore = 95m });
        Assert.Equal([MissingInput.Review], outcome.Missing);
        Assert.Equal((null, false), (outcome.Superior, outcome.IsRescored));
    }

    [Fact]
    public void It_still_counts_as_a_participant_but_takes_no_place()
    {
        var result = A.Graded([A.Candidate(1, 100m) with { MemberBallots = null }, A.Candidate(2), .. A.Candidates(3, 70m, from: 10)]);
        Assert.Equal((1, 5, Grade.A, 1), (result.Places, result.Groups[0].Participants, result.Find(2)!.Grade, result.CountWithoutGrade));
    }

    [Fact]
    public void A_veto_is_named_beside_what_is_missing()
    {
        var outcome = A.Outcome(A.Candidate() with { SelfScore = null, Vetoed = true, VetoBy = "初评" });
        Assert.Equal("一票否决：初评认定，材料补齐后评为D；材料不全（缺自评得分）", outcome.Remark);
    }
}
