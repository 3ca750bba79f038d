using BranchGrading.Domain.Rounds;
using Xunit;

namespace BranchGrading.Domain.Tests.Rounds;

public sealed class PaceRuleTests
{
    private static readonly DateTime Deadline = new(2012, 3, 25, 16, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(-2, 0, 49, 100, Pace.AtRisk)]
    [InlineData(-2, -1, 49, 100, Pace.OnTrack)]
    [InlineData(-2, 0, 50, 100, Pace.OnTrack)]
    [InlineData(0, -1, 0, 100, Pace.AtRisk)]
    [InlineData(0, -1, 100, 100, Pace.OnTrack)]
    [InlineData(0, 0, 100, 100, Pace.Late)]
    public void Less_than_half_with_two_days_left_is_a_risk_and_the_deadline_itself_is_late(int days, int ticks, int done, int all, Pace pace) =>
        Assert.Equal(pace, PaceRule.Of(isHandedIn: false, done, all, isReturned: false, Deadline, Deadline.AddDays(days).AddTicks(ticks)));

    [Fact]
    public void What_came_back_counts_as_less_than_half_done() =>
        Assert.Equal(Pace.AtRisk, PaceRule.Of(isHandedIn: false, 100, 100, isReturned: true, Deadline, Deadline.AddDays(-1)));

    [Fact]
    public void What_is_handed_in_is_never_late() => Assert.Equal(Pace.Done, PaceRule.Of(isHandedIn: true, 0, 100, isReturned: false, Deadline, Deadline.AddDays(9)));

    [Fact]
    public void A_single_branch_has_no_hand_in_to_put_off() =>
        Assert.Throws<RuleViolationException>(() => new DeadlineExtension(1, 1, 7, DeadlineKind.HandIn, Deadline, "理由", "部长", Deadline));

    [Fact]
    public void The_latest_extension_of_the_hand_in_holds()
    {
        var deadlines = new RoundDeadlines { HandIn = Deadline };
        DeadlineExtension[] extensions =
        [
            new(1, 1, null, DeadlineKind.HandIn, Deadline.AddDays(2), "理由", "部长", Deadline),
            new(1, 1, null, DeadlineKind.HandIn, Deadline.AddDays(1), "理由", "部长", Deadline),
            new(1, 1, null, DeadlineKind.Report, Deadline.AddDays(9), "理由", "部长", Deadline),
        ];
        Assert.Equal(Deadline.AddDays(2), WorkDeadlines.HandInOf(deadlines, extensions));
        Assert.Equal(Deadline, WorkDeadlines.HandInOf(deadlines, []));
    }
}
