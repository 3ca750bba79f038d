using System.Globalization;
using System.Text.Json;
using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Tests.Imports.Reading;

/// <summary>The roster of the sample schools: its columns, and what its files should say.</summary>
internal static class RosterSample
{
    public static readonly ImportColumn[] Columns =
    [
        new("二级党组织", true, "基层党委", "党总支", "所属党组织", "单位") { Hint = "名称写全" },
        new("党组织编号", false, "单位编号") { AsText = true },
        new("党组织类别", false) { Fallbacks = ["类别"] },
        new("党支部名称", true, "支部名称", "党支部") { Width = 30 },
        new("支部类型", true, "类型") { Fallbacks = ["类别"] },
        new("支部编号", false, "编号") { AsText = true },
        new("书记姓名", false, "书记", "支部书记"),
        new("书记电话", false, "联系电话", "手机") { AsText = true },
        new("任职时间", false) { AsText = true },
        new("正式党员数", false),
        new("预备党员数", false),
        new("党员数", false),
        new("成立时间", false) { AsText = true },
        new("换届时间", false) { AsText = true },
    ];

    public static ImportTable Open(string file) =>
        ImportTable.From(SheetReader.Read(File.ReadAllBytes(PathOf(file)), Path.GetFileName(file)), Columns);

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "samples", file);

    /// <summary>One line a branch, as expected-roster.json has it.</summary>
    public static List<string> Expected(string school)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(PathOf($"{school}/expected-roster.json")));
        return json.RootElement.EnumerateArray().Select(branch => string.Join('|', new[]
        {
            "committee", "committeeCode", "kind", "name", "type", "code", "secretary", "phone", "appointed",
            "fullMembers", "probationaryMembers", "founded", "elected",
        }.Select(name => branch.GetProperty(name).ToString()))).ToList();
    }

    /// <summary>One line a branch, as the readers make it of a file; an error shows instead of its value.</summary>
    public static List<string> Read(ImportTable table)
    {
        var committee = "";
        var lines = new List<string>();
        foreach (var row in table.Rows)
        {
            committee = PlainText.Read(row.Cell("二级党组织"), 100).Value ?? committee;
            lines.Add(string.Join('|',
                committee,
                row.Cell("党组织编号").Text,
                Show(CommitteeKindText.Read(row.Cell("党组织类别"), committee)),
                Show(PlainText.Read(row.Cell("党支部名称"), 100)),
                Show(BranchTypeText.Read(row.Cell("支部类型"))),
                row.Cell("支部编号").Text,
                Show(PlainText.Read(row.Cell("书记姓名"), 100)),
                Show(PhoneText.Read(row.Cell("书记电话"))),
                Month(row.Cell("任职时间")),
                Show(CountText.Read(row.Cell("正式党员数"))),
                Show(CountText.Read(row.Cell("预备党员数"))),
                Month(row.Cell("成立时间")),
                Month(row.Cell("换届时间"))));
        }
        return lines;
    }

    private static string Show<T>(Reading<T> reading) => reading.Error ?? $"{reading.Value}";

    private static string Month(ImportCell cell) => MonthText.Read(cell) is var reading && reading.Error is { } error
        ? error
        : reading.Value?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "";
}
