using System.Text;
using Xunit;

namespace BranchGrading.Web.Tests.Features.Deadlines;

/// <summary>Reads iCalendar as a phone does: unfolds, unescapes, and insists on what RFC 5545 demands.</summary>
public sealed record IcsReader(IReadOnlyList<IReadOnlyDictionary<string, string>> Events)
{
    private const int MostOctets = 75;

    public static IcsReader Of(string text)
    {
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        var raw = text[..^2].Split("\r\n");
        Assert.All(raw, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, MostOctets));
        var lines = new List<string>();
        foreach (var line in raw)
        {
            if (line[0] == ' ')
                lines[^1] += line[1..];
            else
                lines.Add(line);
        }

        Assert.Equal(("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"), (lines[0], lines[1], lines[^1]));
        Assert.Contains(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? current = null;
        foreach (var line in lines)
        {
            if (line == "BEGIN:VEVENT")
            {
                current = [];
            }
            else if (line == "END:VEVENT")
            {
                Assert.Superset(new HashSet<string> { "UID", "DTSTAMP", "SUMMARY" }, current!.Keys.ToHashSet());
                events.Add(current!);
                current = null;
            }
            else if (current is not null)
            {
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                current.Add(line[..colon], Unescape(line[(colon + 1)..]));
            }
        }

        Assert.Equal(events.Count, events.Select(one => one["UID"]).Distinct().Count());
        return new IcsReader(events);
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
            plain.Append(text[i] != '\\' ? text[i] : text[++i] is 'n' or 'N' ? '\n' : text[i]);
        return plain.ToString();
    }
}
