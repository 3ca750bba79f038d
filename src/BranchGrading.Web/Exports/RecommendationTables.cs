using BranchGrading.Data.Queries;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Exports;

/// <summary>先进党支部推荐名单: a sheet for every level, without branches that were corrected to another grade than A.</summary>
public static class RecommendationTables
{
    private static readonly TableColumn[] Columns =
        [new("序号", 8), new("二级党组织", 30), new("党支部", 36), new("书记", 12), new("等级", 12), new("级别", 10), new("推荐理由", 60)];

    public static IEnumerable<Table> Of(IReadOnlyList<RecommendationRow> rows) => Enum.GetValues<RecommendationLevel>().Select(level => new Table(
        $"{level.Word()}先进党支部", Columns,
        [.. rows.Where(row => row.WhyNot is null)
            .SelectMany(row => row.Recommendations.Where(entry => entry.Level == level), (row, entry) => (row, entry))
            .Select((one, index) => (IReadOnlyList<object?>)
                [index + 1, one.row.Committee, one.row.Branch, one.row.Secretary, $"{one.row.Grade} {one.row.Grade!.Value.Word()}", level.Word(), one.entry.Grounds])]));
}
