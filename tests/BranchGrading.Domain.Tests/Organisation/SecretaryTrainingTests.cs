using BranchGrading.Domain.Organisation;
using Xunit;

namespace BranchGrading.Domain.Tests.Organisation;

public sealed class SecretaryTrainingTests
{
    private static readonly DateOnly Since = new(2026, 1, 1);

    private static InductionState StateOf(string day, string? trained = null, DateOnly? since = null) =>
        new SecretaryTraining(since ?? Since, null, trained is null ? null : DateOnly.Parse(trained)).InductionOf(DateOnly.Parse(day));

    [Theory]
    [InlineData("2026-01-01", InductionState.Due)]
    [InlineData("2026-06-30", InductionState.Due)]
    [InlineData("2026-07-01", InductionState.Overdue)]
    [InlineData("2026-12-31", InductionState.Overdue)]
    [InlineData("2027-01-01", InductionState.NotNeeded)]
    public void A_new_secretary_is_trained_within_half_a_year(string day, InductionState state) => Assert.Equal(state, StateOf(day));

    [Theory]
    [InlineData("2025-06-30", InductionState.Due)]
    [InlineData("2025-07-01", InductionState.Done)]
    [InlineData("2026-03-15", InductionState.Done)]
    public void A_training_up_to_half_a_year_before_taking_office_counts(string trained, InductionState state) => Assert.Equal(state, StateOf("2026-04-01", trained));

    [Fact]
    public void Nobody_counts_as_new_whose_month_of_taking_office_is_unknown() =>
        Assert.Equal(InductionState.NotNeeded, new SecretaryTraining(null, null, null).InductionOf(new DateOnly(2026, 4, 1)));

    [Theory]
    [InlineData("2026-01-01", null, InductionState.Overdue)]
    [InlineData("2026-01-02", null, InductionState.NotNeeded)]
    [InlineData("2026-01-01", "2026-09-01", InductionState.NotNeeded)]
    public void After_a_year_only_who_began_after_trainings_were_recorded_and_lacks_it_is_named(string recordedSince, string? trained, InductionState state) => Assert.Equal(
        state, new SecretaryTraining(Since, null, trained is null ? null : DateOnly.Parse(trained)) { RecordedSince = DateOnly.Parse(recordedSince) }.InductionOf(new DateOnly(2027, 3, 1)));

    [Fact]
    public void A_late_training_is_done_all_the_same() => Assert.Equal(InductionState.Done, StateOf("2026-10-01", "2026-09-01"));

    [Fact]
    public void What_is_missing_is_due_or_overdue()
    {
        var training = new SecretaryTraining(Since, null, null);
        Assert.True(training.LacksInduction(new DateOnly(2026, 2, 1)));
        Assert.True(training.LacksInduction(new DateOnly(2026, 8, 1)));
        Assert.False(training.LacksInduction(new DateOnly(2027, 2, 1)));
        Assert.True(training.LacksRotation);
        Assert.False((training with { RotationOn = new DateOnly(2026, 3, 1) }).LacksRotation);
        Assert.Equal(new DateOnly(2026, 7, 1), training.InductionDue);
    }
}
