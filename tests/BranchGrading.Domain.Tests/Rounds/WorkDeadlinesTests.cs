using BranchGrading.Domain.Rounds;

namespace BranchGrading.Domain.Tests.Rounds;

public class WorkDeadlinesTests
{
    private static readonly DateTime Day = new(2012, 3, 25, 16, 0, 0, DateTimeKind.Utc);
    private static readonly RoundDeadlines Deadlines = new() { SelfAssessment = Day, Report = Day.AddDays(7), Grading = Day.AddDays(14), HandIn = Day.AddDays(15) };

    private static WorkDeadlines Of(bool assessmentReturned = false, bool reviewReturned = false, params DeadlineExtension[] extensions) =>
        WorkDeadlines.Of(Deadlines, extensions, assessmentReturned, reviewReturned);

    private static DeadlineExtension Extension(DeadlineKind kind, int days) => new(1, 1, null, kind, Day.AddDays(days), "停电", "部长", Day);

    [Fact]
    public void Those_of_the_round_hold() => Assert.Equal(new WorkDeadlines(Day, Day.AddDays(7)), Of());

    [Fact]
    public void An_extension_puts_off_its_own_deadline_and_never_brings_one_forward()
    {
        Assert.Equal(Day.AddDays(2), Of(extensions: Extension(DeadlineKind.SelfAssessment, 2)).SelfAssessment);
        Assert.Equal(Day, Of(extensions: Extension(DeadlineKind.SelfAssessment, -2)).SelfAssessment);
        Assert.Equal(new WorkDeadlines(Day, Day.AddDays(9)), Of(extensions: [Extension(DeadlineKind.Report, 9), Extension(DeadlineKind.Report, 8)]));
    }

    [Fact]
    public void What_was_given_back_may_be_worked_on_until_the_next_deadline()
    {
        Assert.Equal(new WorkDeadlines(Day.AddDays(7), Day.AddDays(7)), Of(assessmentReturned: true));
        Assert.Equal(new WorkDeadlines(Day, Day.AddDays(14)), Of(reviewReturned: true));
        Assert.Equal(new WorkDeadlines(Day.AddDays(14), Day.AddDays(14)), Of(true, true));
        Assert.Equal(Day.AddDays(20), Of(true, true, Extension(DeadlineKind.Report, 20)).SelfAssessment);
    }
}
