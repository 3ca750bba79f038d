using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Grading;


public class GradeTests
{
    [Fact]
    public void A_is_the_best_grade_and_no_grade_is_better_than_itself()
    {
        Assert.True(Grade.A.IsBetterThan(Grade.B));
        Assert.True(Grade.C.IsBetterThan(Grade.D));
        Assert.False(Grade.B.IsBetterThan(Grade.B));
        Assert.False(Grade.D.IsBetterThan(Grade.A));
    }

    [Fact]
    public void One_step_better_leads_from_D_to_A_and_no_further() =>
        Assert.Equal([Grade.C, Grade.B, Grade.A, Grade.A],
            new[] { Grade.D, Grade.C, Grade.B, Grade.A }.Select(grade => grade.OneStepBetter()));

    [Fact]
    public void Steps_up_are_positive_and_a_fall_is_negative()
    {
        Assert.Equal(3, Grade.D.StepsTo(Grade.A));
        Assert.Equal(0, Grade.B.StepsTo(Grade.B));
        Assert.Equal(-2, Grade.A.StepsTo(Grade.C));
    }

    [Fact]
    public void Every_grade_has_its_word() =>
        Assert.Equal(["先进", "较好", "一般", "后进"], Enum.GetValues<Grade>().Select(grade => grade.Word()));
}
