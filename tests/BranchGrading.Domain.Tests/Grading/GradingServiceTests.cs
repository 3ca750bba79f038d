using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class GradingServiceTests
{
    [Fact]
    public void Outcomes_come_in_the_order_given_and_are_found_by_participant()
    {
        var result = A.Graded([A.Candidate(7), A.Candidate(3), A.Candidate(5)]);
        Assert.Equal([7, 3, 5], result.Outcomes.Select(outcome => outcome.ParticipantId));
        Assert.Same(result.Outcomes[1], result.Find(3));
        Assert.Null(result.Find(4));
    }

    [Fact]
    public void A_round_without_participants_has_no_places()
    {
        var result = A.Graded([]);
        Assert.Equal((0, 0), (result.Places, result.Outcomes.Count));
        Assert.Equal(0, Assert.Single(result.Groups).Quota);
    }

    [Fact]
    public void A_participant_given_twice_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => A.Graded([A.Candidate(1, 70m), A.Candidate(1, 70m)]));

    [Fact]
    public void Rules_that_cannot_stand_are_refused() =>
        Assert.Throws<RuleViolationException>(() => A.Graded([A.Candidate()], new RoundRules { SelfWeight = 2m }));

    [Fact]
    public void Grades_are_counted_decided_before_computed()
    {
        var result = A.Graded([.. A.Candidates(3, 85m), A.Candidate(4, 85m) with { Decision = A.Decision(Grade.C) }, A.Candidate(5) with { SelfScore = null }]);
        Assert.Equal([0, 3, 1, 0], Enum.GetValues<Grade>().Select(result.CountOf));
        Assert.Equal(1, result.CountWithoutGrade);
    }
}
