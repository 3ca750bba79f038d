using BranchGrading.Domain.Organisation;
using Xunit;

namespace BranchGrading.Domain.Tests.Organisation;

public sealed class CommitteeYearsTests
{
    private static readonly DateOnly Today = new(2026, 3, 20);

    [Theory]
    [InlineData(1989, false)]
    [InlineData(1990, true)]
    [InlineData(2027, true)]
    [InlineData(2028, false)]
    public void There_are_pages_up_to_the_next_year(int year, bool known) => Assert.Equal(known, CommitteeYears.IsKnown(year, Today));

    [Fact]
    public void A_committee_writes_up_to_the_year_before_and_the_department_all_years()
    {
        Assert.Null(CommitteeYears.WhyNotRecord(2025, Today, isDepartment: false));
        Assert.Null(CommitteeYears.WhyNotRecord(2027, Today, isDepartment: false));
        Assert.Contains("2024 年已经过去", CommitteeYears.WhyNotRecord(2024, Today, isDepartment: false));
        Assert.Null(CommitteeYears.WhyNotRecord(2012, Today, isDepartment: true));
    }

    [Theory]
    [InlineData(2026, "2026-03-20", true)]
    [InlineData(2026, "2026-03-21", false)]
    [InlineData(2026, "2025-01-01", true)]
    [InlineData(2026, "2024-12-31", false)]
    [InlineData(2025, "2026-03-20", true)]
    [InlineData(2024, "2026-01-01", false)]
    public void A_day_lies_in_the_year_or_beside_it_and_not_ahead(int year, string on, bool allowed) =>
        Assert.Equal(allowed, CommitteeYears.WhyNotOn(year, DateOnly.Parse(on), Today) is null);

    [Fact]
    public void A_year_is_looked_at_as_of_its_last_day_or_today()
    {
        Assert.Equal(new DateOnly(2025, 12, 31), CommitteeYears.DayOf(2025, Today));
        Assert.Equal(Today, CommitteeYears.DayOf(2026, Today));
        Assert.Equal(Today, CommitteeYears.DayOf(2027, Today));
    }

    [Fact]
    public void A_contact_point_and_a_note_can_be_corrected()
    {
        var at = new DateTime(2026, 3, 20, 0, 0, 0, DateTimeKind.Utc);
        var point = new ContactPoint(1, 2026, 5, " 王书记 ", "组织员", at);
        Assert.Equal((1, "王书记"), (point.CommitteeId, point.Leader));
        point.Set(2, "李书记", "另一位", at.AddDays(1));
        Assert.Equal((2, "李书记", "另一位", at.AddDays(1)), (point.CommitteeId, point.Leader, point.RecordedBy, point.RecordedAt));
        Assert.Throws<RuleViolationException>(() => point.Set(2, " ", "另一位", at));
        var note = new CommitteeNote(1, 2026, CommitteeNoteKind.Pledge, Today, "做到三会一课", null, "组织员", at);
        note.Edit(Today.AddDays(-1), "做到三会一课不缺", 5, "另一位", at);
        Assert.Equal((Today.AddDays(-1), "做到三会一课不缺", 5), (note.On, note.Content, note.BranchId));
        Assert.Throws<RuleViolationException>(() => note.Edit(Today, "", 5, "另一位", at));
    }
}
