using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.Calendar;

/// <summary>Several spans pasted at once, one a line: 2027-04-03 2027-04-05 放假 清明节.</summary>
public sealed partial class LinesForm
{
    public const int MaxLength = 4000;

    [Display(Name = "一行一段"), Required(ErrorMessage = "请粘贴要录入的内容，一行一段。"), StringLength(MaxLength, ErrorMessage = "一次最多 4000 个字，请分几次粘贴。")]
    public string Lines { get; set; } = "";

    /// <summary>The days of all lines, and what is wrong with them, line by line.</summary>
    public (IReadOnlyList<CalendarDay> Days, IReadOnlyList<string> Problems) Read()
    {
        var (days, problems) = (new Dictionary<DateOnly, CalendarDay>(), new List<string>());
        foreach (var (line, number) in Lines.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line.Trim(), index + 1)).Where(line => line.Item1.Length > 0))
        {
            if (ReadLine(line) is not { } span)
                problems.Add($"第 {number} 行看不懂：{line}");
            else if (span.WhyNot is { } why)
                problems.Add($"第 {number} 行：{why}");
            else if (Twice(span, days) is { } day)
                problems.Add($"第 {number} 行：{day:M月d日}在上面已经写过。");
        }

        return ([.. days.Values], problems);
    }

    private static DateOnly? Twice(SpanForm span, Dictionary<DateOnly, CalendarDay> days) =>
        span.Days().Where(day => !days.TryAdd(day.Date, day)).Select(day => (DateOnly?)day.Date).FirstOrDefault();

    private static SpanForm? ReadLine(string line)
    {
        var match = Line().Match(line);
        if (!match.Success || Day(match.Groups["from"].Value) is not { } from)
            return null;
        var to = match.Groups["to"].Success ? Day(match.Groups["to"].Value) : from;
        var name = match.Groups["name"].Value.Trim();
        return to is null || name.Length is 0 or > CalendarDay.NameMaxLength
            ? null
            : new SpanForm { From = from, To = to, Kind = match.Groups["kind"].Value == "放假" ? SpanKind.Off : SpanKind.Work, Name = name };
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Replace('年', '-').Replace('月', '-').Replace("日", "", StringComparison.Ordinal).Replace('/', '-').Replace('.', '-'), "yyyy-M-d", out var day) ? day : null;

    [GeneratedRegex(@"^(?<from>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:[\s,，至到~—]+(?<to>\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?))?[\s,，]+(?<kind>放假|上班)[\s,，]+(?<name>.+)$")]
    private static partial Regex Line();
}
