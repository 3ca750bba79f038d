using BranchGrading.Domain.Organisation;
using Xunit;

namespace BranchGrading.Domain.Tests.Organisation;

public sealed class OrganisationWarningsTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);

    private static BranchCondition Sound { get; } = new(20, 2, new DateOnly(2005, 9, 1), new DateOnly(2024, 3, 1), "张三", new DateOnly(2024, 3, 1), null, 0);

    private static OrganisationWarningKind[] Of(BranchCondition branch, DateOnly? today = null) => [.. OrganisationWarnings.Of(branch, today ?? Today).Select(warning => warning.Kind)];

    [Fact]
    public void A_sound_branch_has_none() => Assert.Empty(Of(Sound));

    [Theory]
    [InlineData(2, 0, true)]
    [InlineData(2, 1, false)]
    [InlineData(0, 2, true)]
    public void Fewer_than_three_members_are_too_few(int full, int probationary, bool warned) =>
        Assert.Equal(warned, Of(Sound with { FullMembers = full, ProbationaryMembers = probationary }).Contains(OrganisationWarningKind.TooFewMembers));

    [Theory]
    [InlineData(48, 2, false)]
    [InlineData(49, 2, true)]
    public void More_than_fifty_members_are_too_many(int full, int probationary, bool warned) =>
        Assert.Equal(warned, Of(Sound with { FullMembers = full, ProbationaryMembers = probationary }).Contains(OrganisationWarningKind.TooManyMembers));

    [Theory]
    [InlineData("2023-03-01", "2026-03-31", false)]
    [InlineData("2023-03-01", "2026-04-01", true)]
    [InlineData("2020-02-01", "2023-02-28", false)]
    [InlineData("2020-02-01", "2023-03-01", true)]
    public void An_election_is_overdue_when_its_month_three_years_on_is_over(string elected, string today, bool warned) =>
        Assert.Equal(warned, Of(Sound with { Elected = DateOnly.Parse(elected) }, DateOnly.Parse(today)).Contains(OrganisationWarningKind.ElectionOverdue));

    [Fact]
    public void An_unknown_month_of_election_is_told_apart() =>
        Assert.Equal([OrganisationWarningKind.ElectionUnknown], Of(Sound with { Elected = null }));

    [Fact]
    public void Where_neither_election_nor_founding_is_known_that_is_told() =>
        Assert.Equal([OrganisationWarningKind.ElectionUnknown], Of(Sound with { Elected = null, Founded = null }));

    [Theory]
    [InlineData("2023-03-01", false)]
    [InlineData("2023-02-01", true)]
    public void A_branch_that_has_not_elected_yet_counts_from_its_founding(string founded, bool warned) =>
        Assert.Equal(warned, Of(Sound with { Elected = null, Founded = DateOnly.Parse(founded) }).Contains(OrganisationWarningKind.ElectionUnknown));

    [Fact]
    public void A_branch_without_secretary_is_told() =>
        Assert.Equal([OrganisationWarningKind.NoSecretary], Of(Sound with { Secretary = null, SecretarySince = null }));

    [Theory]
    [InlineData("2025-10-01", null, false)]
    [InlineData("2025-09-01", null, true)]
    [InlineData("2025-04-01", null, true)]
    [InlineData("2025-03-01", null, false)]
    [InlineData("2025-09-01", "2025-10-15", false)]
    [InlineData("2025-09-01", "2025-03-01", false)]
    [InlineData("2025-09-01", "2025-02-28", true)]
    public void A_new_secretary_is_to_be_trained_within_half_a_year(string since, string? trained, bool warned) => Assert.Equal(
        warned,
        Of(Sound with { SecretarySince = DateOnly.Parse(since), SecretaryTrainedOn = trained is null ? null : DateOnly.Parse(trained) }).Contains(OrganisationWarningKind.SecretaryUntrained));

    [Theory]
    [InlineData("2025-03-01", "2025-03-01", true)]
    [InlineData("2024-02-01", "2024-01-15", true)]
    [InlineData("2025-03-01", "2025-03-02", false)]
    [InlineData("2024-01-01", "2024-01-15", false)]
    public void The_warning_does_not_fade_for_those_who_began_after_trainings_were_recorded(string since, string recordedSince, bool warned) => Assert.Equal(
        warned,
        Of(Sound with { SecretarySince = DateOnly.Parse(since), TrainingsSince = DateOnly.Parse(recordedSince) }).Contains(OrganisationWarningKind.SecretaryUntrained));

    [Fact]
    public void A_secretary_of_whom_the_month_is_not_known_is_not_judged() => Assert.Empty(Of(Sound with { SecretarySince = null }));

    [Theory]
    [InlineData(22, false)]
    [InlineData(23, true)]
    public void More_floating_members_than_members_cannot_be(int floating, bool warned) =>
        Assert.Equal(warned, Of(Sound with { FloatingMembers = floating }).Contains(OrganisationWarningKind.MoreFloatingThanMembers));

    [Fact]
    public void The_gravest_comes_first() => Assert.Equal(
        [OrganisationWarningKind.NoSecretary, OrganisationWarningKind.TooFewMembers, OrganisationWarningKind.ElectionOverdue, OrganisationWarningKind.MoreFloatingThanMembers],
        Of(new BranchCondition(1, 0, null, new DateOnly(2020, 1, 1), null, null, null, 5)));

    [Fact]
    public void A_warning_names_its_numbers() =>
        Assert.Contains("党员 2 人，不足 3 人", Assert.Single(OrganisationWarnings.Of(Sound with { FullMembers = 2, ProbationaryMembers = 0 }, Today)).Text);

    [Fact]
    public void Coverage_is_settled_of_all_and_whole_only_when_nobody_is_left()
    {
        Assert.Equal((3, 1, 33.33m, false), Told(FloatingCoverage.Of([(1, true), (2, false)])));
        Assert.Equal((3, 3, 100m, true), Told(FloatingCoverage.Of([(1, true), (2, true)])));
        Assert.Equal((0, 0, null, false), Told(FloatingCoverage.Of([])));

        // 99.996 rounds to 100.00 and is not whole.
        Assert.Equal((30000, 29999, 100m, false), Told(FloatingCoverage.Of([(29999, true), (1, false)])));

        static (int, int, decimal?, bool) Told(FloatingCoverage coverage) => (coverage.Members, coverage.Settled, coverage.Percent, coverage.IsComplete);
    }
}
