using System.Globalization;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Calendars;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Deadlines;

/// <summary>The words for deadlines, at their edges and wherever the server stands.</summary>
public sealed class ClockTests
{
    /// <summary>8 April 2012, 24:00 at the school.</summary>
    private static readonly DateTime Deadline = new(2012, 4, 8, 16, 0, 0, DateTimeKind.Utc);

    /// <summary>The application speaks Chinese from its start on; here nothing is started.</summary>
    public ClockTests() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("zh-CN");

    public static TheoryData<string> Zones => ["UTC", "Asia/Shanghai", "America/New_York"];

    [Theory]
    [InlineData("2012-04-06T02:00:00Z", "4月8日 星期日 24:00 前，还有2天")]
    [InlineData("2012-04-06T16:00:00Z", "4月8日 星期日 24:00 前，还有2天")]
    [InlineData("2012-04-06T16:00:01Z", "4月8日 星期日 24:00 前，还有1天")]
    [InlineData("2012-04-07T16:00:00Z", "4月8日 星期日 24:00 前，还有1天")]
    [InlineData("2012-04-07T16:00:01Z", "4月8日 星期日 24:00 前，还有23小时")]
    [InlineData("2012-04-08T15:00:00Z", "4月8日 星期日 24:00 前，还有1小时")]
    [InlineData("2012-04-08T15:00:01Z", "4月8日 星期日 24:00 前，还有59分钟")]
    [InlineData("2012-04-08T15:59:00Z", "4月8日 星期日 24:00 前，还有1分钟")]
    [InlineData("2012-04-08T15:59:59.9999999Z", "4月8日 星期日 24:00 前，还有不到1分钟")]
    [InlineData("2012-04-08T16:00:00Z", "4月8日 星期日 24:00 已截止，刚刚截止")]
    [InlineData("2012-04-08T16:01:00Z", "4月8日 星期日 24:00 已截止，已过1分钟")]
    [InlineData("2012-04-09T16:00:00Z", "4月8日 星期日 24:00 已截止，已过1天")]
    public void A_deadline_is_told_with_what_is_left(string now, string words)
    {
        foreach (var zone in Zones.Select(row => row.Data))
        {
            var time = new FakeTimeProvider(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
            time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
            Assert.Equal(words, new SchoolClock(time).ShowDue(Deadline));
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void A_day_means_its_end_at_the_school_wherever_the_server_stands(string zone)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2012, 4, 8, 15, 59, 59, TimeSpan.Zero));
        time.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var before = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            var clock = new SchoolClock(time);
            Assert.Equal(Deadline, clock.Deadline(new DateOnly(2012, 4, 8), null));
            Assert.Equal(new DateTime(2012, 4, 9, 3, 0, 0, DateTimeKind.Utc), clock.Deadline(new DateOnly(2012, 4, 9), new TimeOnly(11, 0)));
            Assert.Equal((new DateOnly(2012, 4, 8), null), clock.DayAndHour(Deadline));
            Assert.Equal("4月9日 星期一 11:00", clock.Show(new DateTime(2012, 4, 9, 3, 0, 0, DateTimeKind.Utc)));
            Assert.Equal(("24:00", "11:00"), (clock.ShowHour(Deadline), clock.ShowHour(new DateTime(2012, 4, 9, 3, 0, 0, DateTimeKind.Utc))));
            Assert.Equal(new DateOnly(2012, 4, 8), clock.Today);
            time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(new DateOnly(2012, 4, 9), clock.Today);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", before);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Fact]
    public void Long_chinese_titles_are_folded_between_characters_and_signs_are_escaped()
    {
        var title = string.Concat(Enumerable.Repeat("材料科学与工程学院党委，𠮷田；", 9)) + "a,b;c\\d\ne";
        DeadlineEvent[] events = [new("self-1", Deadline, new DateOnly(2012, 4, 8), title), new("day-1", null, new DateOnly(2012, 2, 29), "公示结束")];
        var read = IcsReader.Of(IcsFeed.Write(events, _ => "24:00", Deadline));
        Assert.Equal(title + " 24:00", read.Events[0]["SUMMARY"]);
        Assert.Equal(("20120408T150000Z", "20120408T160000Z", "20120408T160000Z"), (read.Events[0]["DTSTART"], read.Events[0]["DTEND"], read.Events[0]["DTSTAMP"]));
        Assert.Equal(("20120229", "20120301"), (read.Events[1]["DTSTART;VALUE=DATE"], read.Events[1]["DTEND;VALUE=DATE"]));
    }
}
