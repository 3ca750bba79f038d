using BranchGrading.Domain.Figures;
using BranchGrading.Domain.Grading;
using BranchGrading.Web.Exports;

namespace BranchGrading.Web.Views.Shared;

/// <summary>A picture with a sentence that says what one sees, and the table it is drawn from; charts.js knows the kinds.</summary>
public sealed record Picture(string Kind, string Title, string Sentence, object Data, Table Table)
{
    /// <summary>Longer tables stand folded under their picture.</summary>
    private const int LongFrom = 12;

    public bool IsLong => Table.Rows.Count > LongFrom;

    /// <summary>等级流向: from the grades of one year to those of another, with its table crosswise.</summary>
    public static Picture Flow(string title, string sentence, string from, string to, string noneBefore, string noneAfter, IReadOnlyList<GradeFlow> flows)
    {
        Grade?[] sides = [.. Enum.GetValues<Grade>().Select(grade => (Grade?)grade), null];
        var after = sides.Where(side => flows.Any(flow => flow.To == side)).ToList();
        return new Picture(
            "flow", title, sentence,
            new { Flows = flows.Select(flow => new { From = Name(from, flow.From, noneBefore), FromGrade = flow.From, To = Name(to, flow.To, noneAfter), ToGrade = flow.To, flow.Count }) },
            new Table(
                "等级流向",
                [new($"{from} → {to}", 18, IsNumber: false), .. after.Select(side => new TableColumn(Name(to, side, noneAfter), 14)), new("合计")],
                [.. sides.Where(side => flows.Any(flow => flow.From == side)).Select(side => (IReadOnlyList<object?>)
                [
                    Name(from, side, noneBefore),
                    .. after.Select(other => (object?)flows.Where(flow => flow.From == side && flow.To == other).Sum(flow => flow.Count)),
                    flows.Where(flow => flow.From == side).Sum(flow => flow.Count),
                ])]));
    }

    private static string Name(string year, Grade? grade, string none) => grade is { } known ? $"{year} {known} {known.Word()}" : none;
}
