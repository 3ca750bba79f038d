using System.Globalization;
using System.Text;
using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Calendars;

/// <summary>Writes deadlines as iCalendar (RFC 5545): titles and times only.</summary>
public static class IcsFeed
{
    /// <summary>The longest line, in octets of UTF-8 without its end.</summary>
    private const int MostOctets = 75;

    /// <summary>A moment stands in the hour before it, so that 24:00 lies on the day that ends.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromHours(1);

    /// <param name="events">What stands in the calendar.</param>
    /// <param name="hour">The hour of a deadline as the school says it, e.g. 24:00.</param>
    /// <param name="stamp">When this was so: the same for every reading of a day, so that an unchanged calendar is the same file.</param>
    public static string Write(IEnumerable<DeadlineEvent> events, Func<DateTime, string> hour, DateTime stamp)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(events, hour, stamp))
            Fold(text, line);
        return text.ToString();
    }

    /// <summary>Text of a property with what has a meaning in iCalendar escaped.</summary>
    public static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(IEnumerable<DeadlineEvent> events, Func<DateTime, string> hour, DateTime stamp)
    {
        yield return "BEGIN:VCALENDAR";
        yield return "VERSION:2.0";
        yield return "PRODID:-//BranchGrading//Deadlines//ZH";
        yield return "CALSCALE:GREGORIAN";
        yield return "X-WR-CALNAME:" + Escape("党支部分类定级");
        yield return "REFRESH-INTERVAL;VALUE=DURATION:PT6H";
        yield return "X-PUBLISHED-TTL:PT6H";
        foreach (var one in events)
        {
            yield return "BEGIN:VEVENT";
            yield return $"UID:{one.Key}@branch-grading";
            yield return "DTSTAMP:" + Moment(stamp);
            if (one.At is { } at)
            {
                yield return "DTSTART:" + Moment(at - Shown);
                yield return "DTEND:" + Moment(at);
                yield return "SUMMARY:" + Escape($"{one.Title} {hour(at)}");
            }
            else
            {
                yield return "DTSTART;VALUE=DATE:" + Day(one.Day);
                yield return "DTEND;VALUE=DATE:" + Day(one.Day.AddDays(1));
                yield return "SUMMARY:" + Escape(one.Title);
            }

            yield return "TRANSP:TRANSPARENT";
            yield return "END:VEVENT";
        }

        yield return "END:VCALENDAR";
    }

    /// <summary>Lines end with CRLF and go on, after too many octets, behind a space; a character is never cut in two.</summary>
    private static void Fold(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
