using BranchGrading.Domain.Rounds;
using Xunit;

namespace BranchGrading.Domain.Tests.Rounds;

public sealed class WorkingCalendarTests
{
    // 2027: Friday 2 April; 清明节 Saturday 3 to Monday 5 April; made up on Saturday 10 April.
    private static readonly DateOnly Friday = new(2027, 4, 2);

    private static readonly WorkingCalendar Known = new([.. Off("清明节", new(2027, 4, 3), new(2027, 4, 5)), new CalendarDay(new DateOnly(2027, 4, 10), true, "清明节调休")]);

    [Fact]
    public void Without_entries_weekends_alone_are_left_out() => Assert.Equal(new DateOnly(2027, 4, 9), WorkingCalendar.Plain.LastDay(Friday, 5));

    [Fact]
    public void A_span_of_no_days_ends_on_the_day_itself() => Assert.Equal(new DateOnly(2027, 4, 3), Known.LastDay(new DateOnly(2027, 4, 3), 0));

    [Fact]
    public void A_holiday_inside_makes_it_longer_and_a_make_up_day_shorter()
    {
        Assert.Equal(new DateOnly(2027, 4, 9), Known.LastDay(Friday, 4));
        Assert.Equal(new DateOnly(2027, 4, 10), Known.LastDay(Friday, 5));
        Assert.Equal(new DateOnly(2027, 4, 12), Known.LastDay(Friday, 6));
    }

    [Fact]
    public void A_make_up_day_can_be_the_first_and_only_one() => Assert.Equal(new DateOnly(2027, 4, 10), Known.LastDay(new DateOnly(2027, 4, 9), 1));

    [Fact]
    public void A_span_runs_over_the_new_year()
    {
        // Thursday 31 December 2026; 元旦 Friday 1 to Sunday 3 January 2027.
        var calendar = new WorkingCalendar(Off("元旦", new(2027, 1, 1), new(2027, 1, 3)));
        Assert.Equal(new DateOnly(2027, 1, 4), calendar.LastDay(new DateOnly(2026, 12, 31), 1));
        Assert.Equal([2026], calendar.YearsWithout(new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 4)));
        Assert.Equal([2026, 2027], WorkingCalendar.Plain.YearsWithout(new DateOnly(2026, 12, 31), new DateOnly(2027, 1, 4)));
        Assert.Empty(calendar.YearsWithout(new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 9)));
    }

    [Fact]
    public void What_made_a_span_longer_or_shorter_is_told_in_order()
    {
        Assert.Equal(["4月3日至5日 清明节", "4月10日 清明节调休"], Known.Between(Friday, new DateOnly(2027, 4, 10)).Select(span => $"{span.Range} {span.Name}"));
        Assert.Empty(Known.Between(new DateOnly(2027, 4, 5), new DateOnly(2027, 4, 9)));
    }

    [Fact]
    public void Days_that_follow_one_another_alike_are_one_span()
    {
        var spans = CalendarSpan.Of([.. Off("国庆节", new(2027, 10, 1), new(2027, 10, 7)), .. Off("中秋节", new(2027, 10, 8), new(2027, 10, 8)), new CalendarDay(new DateOnly(2027, 10, 9), true, "中秋节")]);
        Assert.Equal(["10月1日至7日", "10月8日", "10月9日"], spans.Select(span => span.Range));
        Assert.Equal("9月30日至10月1日", Assert.Single(CalendarSpan.Of(Off("国庆节", new(2027, 9, 30), new(2027, 10, 1)))).Range);
    }

    [Theory]
    [InlineData("2027-04-05", "2027-04-03", false, "不能早于")]
    [InlineData("2027-04-01", "2027-05-31", false, "最多 60 天")]
    [InlineData("1999-12-31", "2000-01-01", false, "年份应在")]
    [InlineData("2027-04-10", "2027-04-12", true, "4月12日是星期一，本来就上班")]
    [InlineData("2027-04-01", "2027-05-30", false, null)]
    [InlineData("2027-04-10", "2027-04-11", true, null)]
    public void A_span_that_makes_no_sense_is_refused(string from, string to, bool works, string? why)
    {
        Thread.CurrentThread.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("zh-CN");
        var said = CalendarSpan.WhyNot(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd"), works);
        if (why is null)
            Assert.Null(said);
        else
            Assert.Contains(why, said);
    }

    [Fact]
    public void A_publicity_runs_until_the_end_of_its_last_day_and_none_never()
    {
        var publication = new Publication(new DateOnly(2027, 4, 1), "1 号", Friday, 5, Known, "{}", 2, "[]", [], "部长", DateTime.UnixEpoch);
        Assert.Equal(new DateOnly(2027, 4, 10), publication.PublicityEndsOn);
        Assert.True(publication.IsRunning(new DateOnly(2027, 4, 10)));
        Assert.False(publication.IsRunning(new DateOnly(2027, 4, 11)));
        Assert.False(new Publication(new DateOnly(2027, 4, 1), "1 号", Friday, 0, Known, "{}", 2, "[]", [], "部长", DateTime.UnixEpoch).IsRunning(Friday));
    }

    private static IEnumerable<CalendarDay> Off(string name, DateOnly from, DateOnly to) => CalendarSpan.Dates(from, to).Select(day => new CalendarDay(day, false, name));
}
