using BranchGrading.Domain.Assessments;
using Xunit;

namespace BranchGrading.Domain.Tests.Assessments;

public sealed class ReportTimelinessTests
{
    private static readonly DateTime Deadline = new(2026, 4, 1, 16, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Extended = Deadline.AddDays(2);

    private static ReportTiming Of(DateTime? submitted, DateTime? now = null, bool isReturned = false) => ReportTimeliness.Of(submitted, isReturned, Deadline, Extended, now ?? Deadline.AddDays(9));

    [Fact]
    public void The_deadline_is_the_first_moment_that_is_too_late()
    {
        Assert.Equal(ReportTiming.OnTime, Of(Deadline.AddTicks(-1)));
        Assert.Equal(ReportTiming.Extended, Of(Deadline));
        Assert.Equal(ReportTiming.Extended, Of(Extended.AddTicks(-1)));
        Assert.Equal(ReportTiming.Resubmitted, Of(Extended));
    }

    [Fact]
    public void What_is_not_there_waits_until_the_extended_deadline()
    {
        Assert.Equal(ReportTiming.Waiting, Of(null, Extended.AddTicks(-1)));
        Assert.Equal(ReportTiming.Overdue, Of(null, Extended));
    }

    [Fact]
    public void What_was_given_back_was_there_once() => Assert.Equal(ReportTiming.Returned, Of(null, isReturned: true));

    [Fact]
    public void Every_timing_has_its_own_word() =>
        Assert.Equal(Enum.GetValues<ReportTiming>().Length, Enum.GetValues<ReportTiming>().Select(timing => timing.Word()).Distinct().Count());
}
